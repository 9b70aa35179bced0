internal import NuntiqModel
internal import NuntiqStore

/// Tells a caller who saw an older version what happened since.
struct LastChange {
    let tx: any Transaction

    /// The refusal of a write by a caller that saw version `seen`.
    func conflict(on state: InvoiceState, seen: Int64) throws -> IntegrationError {
        .versionConflict(expected: seen, actual: state.version(at: tx.now), lastChange: try words(state))
    }

    private func words(_ state: InvoiceState) throws -> String {
        if state.hasLapsed(at: tx.now) { return "its lease lapsed" }
        let rows = try tx.query(
            """
            SELECT kind, actor_name, occurred_at, to_status FROM event
            WHERE tenant = ? AND subject = ? ORDER BY id DESC LIMIT 1
            """,
            [state.tenant, state.token])
        guard let row = rows.first, !state.status.isLeased || state.leasedBy.isEmpty else {
            return "a connector claimed it"
        }
        return "\(try row.text(0)) by \(try row.text(1)) at \(try row.instant(2)), now at \(try row.int(3))"
    }
}
