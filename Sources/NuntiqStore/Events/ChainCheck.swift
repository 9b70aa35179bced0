public import NuntiqModel

/// Recomputes a tenant's audit chain from its events.
public struct ChainCheck: Sendable, Hashable {
    /// What is wrong; empty when the chain holds.
    public let faults: [String]
    /// How many events the chain holds.
    public let events: Int64
    /// How many events wait for their place in it.
    public let waiting: Int64

    private static let pageSize = 10_000

    /// Goes through all events of a tenant in the order of `recorded_at`; one snapshot, memory for one page.
    public static func run(_ tx: any Transaction, _ tenant: TenantID) throws -> ChainCheck {
        var head = ChainHead.empty
        var faults: [String] = []
        while true {
            let page = try StoredEvent.query(
                tx, "WHERE tenant = ? AND recorded_at > ? ORDER BY recorded_at, id LIMIT ?",
                [tenant, head.lastRecordedAt, pageSize])
            for stored in page { add(stored, to: &head, &faults) }
            if page.count < pageSize { break }
        }
        let kept = try tx.query("SELECT last_recorded_at, events, head FROM chain WHERE tenant = ?", [tenant])
            .first.map(ChainHead.init)
        if faults.isEmpty, head != kept ?? .empty {
            faults.append(
                "The chain ends with another hash than its \(head.events) events give: a row was changed or lost."
            )
        }
        let waiting = try tx.query(
            "SELECT COUNT(*) FROM event WHERE tenant = ? AND recorded_at IS NULL", [tenant]
        ).first?.int(0)
        return ChainCheck(faults: faults, events: head.events, waiting: waiting ?? 0)
    }

    private static func add(_ stored: StoredEvent, to head: inout ChainHead, _ faults: inout [String]) {
        guard let recordedAt = stored.recordedAt else { return }
        let given = head.seal(stored.event, id: stored.id, at: recordedAt)
        if given != recordedAt { faults.append("Event \(stored.id) has the same recorded_at as the one before it.") }
    }
}
