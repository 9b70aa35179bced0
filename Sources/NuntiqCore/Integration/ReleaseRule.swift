internal import NuntiqModel
public import NuntiqStore

/// A tenant's rule that releases failures by itself: per failure code, a few times, each time later.
///
/// Off by default. It stands in the tenant's settings as `{"release_failures": ["ERP_DOWN", …]}`. A failure that came
/// by `force_override` is left to a person.
public enum ReleaseRule {
    /// The kind of its work items.
    public static let workKind = "release_failure"

    /// So often one invoice is released by rule; a success or a person's release counts anew.
    static let releasesMax: Int64 = 5

    /// How long a failure waits after so many releases by rule.
    static func delay(afterReleases count: Int64) -> Duration {
        switch count {
        case 0: .seconds(60)
        case 1: .seconds(5 * 60)
        default: .seconds(15 * 60)
        }
    }

    /// Plans the release of those of a tenant's invoices that have just failed in a way that its rule names.
    static func plan(_ tx: any Transaction, for states: [InvoiceState], at now: Instant) throws {
        let failed = states.filter { $0.isReleasableByRule && $0.integration.failureCode != nil }
        guard let tenant = failed.first?.tenant else { return }
        let codes = try codes(tx, tenant)
        for state in failed where state.integration.failureCode.map(codes.contains) ?? false {
            let payload: JSONObject = ["version": .number(JSONNumber(state.version))]
            try WorkQueue.enqueue(
                tx,
                WorkItem(
                    tenant: tenant, kind: workKind, subject: state.token.bytes,
                    payload: JSONValue.object(payload).serialized(),
                    dueAt: now + delay(afterReleases: state.integration.ruleReleases)))
        }
    }

    /// Releases an invoice as planned, unless anything happened to it since.
    public static func work(_ work: TakenWork, _ tx: any Transaction) throws -> WorkOutcome {
        let version = try JSONValue.parse(work.item.payload, limits: .trusted)["version"]?.number?.int
        guard let token = Token(bytes: work.item.subject),
            let state = try InvoiceStateRepository(tx: tx).find(work.item.tenant, token),
            state.version == version, state.status == .integrationFailed, state.isReleasableByRule
        else { return .done }
        try ChangeStatus.save(tx, state.releaseByRule(at: tx.now), over: state)
        return .done
    }

    private static func codes(_ tx: any Transaction, _ tenant: TenantID) throws -> Set<String> {
        let rows = try tx.query("SELECT settings FROM tenant WHERE id = ?", [tenant])
        guard let text = try rows.first?.text(0) else { return [] }
        let names = try JSONValue.parse(text, limits: .trusted)["release_failures"]?.array ?? []
        return Set(names.compactMap(\.string))
    }
}
