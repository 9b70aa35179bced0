internal import NuntiqModel
internal import NuntiqStore

/// Reads how far a tenant's chain of events has come (primary key of `chain`, index `event_unrecorded`).
struct WorkVersionRepository {
    let tx: any Transaction
    let tenant: TenantID

    func version() throws -> WorkVersion {
        let head = try tx.query("SELECT events, last_recorded_at FROM chain WHERE tenant = ?", [tenant]).first
        return WorkVersion(
            events: try head?.int(0) ?? 0, lastRecordedAt: try head?.int(1) ?? 0,
            isSettled: try !UnrecordedEvents.exist(tx, in: tenant))
    }
}
