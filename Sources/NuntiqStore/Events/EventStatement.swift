import NuntiqModel

/// The statements that write table `event`; the values follow its columns.
enum EventStatement {
    private static let columns = """
        tenant, subject, recorded_at, kind, code, source, actor_type, actor_id, actor_name, occurred_at,
        from_status, to_status, reference_1, reference_2, reference_3, reference_4, reference_5, payload
        """

    /// Inserts an event with `id` as an SQL expression: `?` or a call of the sequence.
    static func insert(id: String) -> String {
        let marks = Array(repeating: "?", count: 18).joined(separator: ", ")
        return "INSERT INTO event (id, \(columns)) VALUES (\(id), \(marks))"
    }

    /// The values of ``insert(id:)`` after the id.
    static func arguments(_ event: EventRecord, recordedAt: Instant?) -> [any SQLConvertible] {
        precondition(event.references.count == 5, "an event has five references, empty or not")
        let head: [any SQLConvertible] = [
            event.tenant, event.subject, recordedAt, event.kind, event.code, event.source,
            event.actorType, event.actorID, event.actorName, event.occurredAt, event.fromStatus, event.toStatus,
        ]
        return head + event.references.map { $0 as any SQLConvertible } + [event.payload]
    }

    /// Inserts any number of events, which have their `recorded_at` still to come, on PostgreSQL; ids grow in their
    /// order.
    static let insertMany = """
        INSERT INTO event (id, \(columns))
        SELECT nextval('event_id'), v.* FROM \(SetStatement.rows(types))
        """

    /// The arguments of ``insertMany``.
    static func arrays(_ events: [EventRecord]) -> [any SQLConvertible] {
        SetStatement.arrays(of: events.map { arguments($0, recordedAt: nil) }, types)
    }

    private static let types: [SetStatement.Column] =
        [
            .int("tenant"), .bytes("subject"), .int("recorded_at"), .text("kind"), .text("code"), .text("source"),
            .text("actor_type"), .text("actor_id"), .text("actor_name"), .int("occurred_at"), .int("from_status"),
            .int("to_status"),
        ] + (1...5).map { .text("reference_\($0)") } + [.text("payload")]
}
