public import NuntiqModel

/// A row of table `event`.
public struct StoredEvent: Sendable, Hashable {
    /// What happened.
    public let event: EventRecord
    /// Its number; it grows with time within one subject.
    public let id: Int64
    /// Its place in the tenant's feed, or `nil` until it has one.
    public let recordedAt: Instant?

    /// Events by the end of a statement (`WHERE … ORDER BY … LIMIT …`).
    static func query(
        _ tx: any Transaction, _ condition: String, _ arguments: [any SQLConvertible]
    ) throws -> [StoredEvent] {
        try tx.query(
            """
            SELECT tenant, subject, id, recorded_at, kind, code, source, actor_type, actor_id, actor_name, occurred_at,
              from_status, to_status, reference_1, reference_2, reference_3, reference_4, reference_5, payload
            FROM event \(condition)
            """,
            arguments
        ).map(StoredEvent.init)
    }

    private init(_ row: Row) throws {
        id = try row.int(2)
        recordedAt = try row.optional(3, row.instant)
        event = EventRecord(
            tenant: try row.tenant(0), subject: try row.bytes(1), kind: try row.text(4), code: try row.text(5),
            source: try row.text(6), actorType: try row.text(7), actorID: try row.text(8),
            actorName: try row.text(9), occurredAt: try row.instant(10), fromStatus: Int(try row.int(11)),
            toStatus: Int(try row.int(12)), references: try (13...17).map(row.text), payload: try row.text(18))
    }
}
