internal import NuntiqModel
internal import NuntiqStore

/// The row of one stream.
struct DeltaStreamRepository {
    let tx: any Transaction
    let subject: DeltaStreams.Subject

    private var tenant: TenantID { subject.principal.tenant }

    init(tx: any Transaction, _ subject: DeltaStreams.Subject) {
        (self.tx, self.subject) = (tx, subject)
    }

    /// The stream, or `nil` when nobody has begun it.
    func find() throws -> DeltaStream? {
        try query("")
    }

    /// The stream for a change; a new one is idle.
    func hold() throws -> DeltaStream {
        try tx.execute(
            """
            INSERT INTO delta_stream (
              tenant, connector, stream, cursor_type, status, metadata, updated_at, updated_by)
            VALUES (?, ?, ?, ?, ?, '{}', ?, ?) ON CONFLICT (tenant, connector, stream) DO NOTHING
            """,
            [
                tenant, subject.connector, subject.stream, CursorType.timestampUTC.rawValue,
                DeltaStatus.idle.rawValue, tx.now, subject.principal.name,
            ])
        guard let stream = try query(tx.dialect.locking) else { throw DeltaStreamError.unknown }
        return stream
    }

    /// The stream for the end of a run, which must be the latest one if it names itself.
    func running(_ runToken: Token?) throws -> DeltaStream {
        guard let stream = try query(tx.dialect.locking), stream.startedAt != nil else {
            throw DeltaStreamError.unknown
        }
        if let runToken, runToken != stream.runToken { throw DeltaStreamError.runReplaced }
        return stream
    }

    /// Writes a stream that is held.
    func save(_ stream: DeltaStream) throws -> DeltaStream {
        var stream = stream
        (stream.updatedAt, stream.updatedBy) = (tx.now, subject.principal.name)
        try tx.execute(
            """
            UPDATE delta_stream SET
              cursor_type = ?, status = ?, cursor_value = ?, committed_at = ?, started_at = ?, completed_at = ?,
              records_processed = ?, error_summary = ?, metadata = ?, run_token = ?, updated_at = ?, updated_by = ?
            WHERE tenant = ? AND connector = ? AND stream = ?
            """,
            [
                stream.cursorType.rawValue, stream.status.rawValue, stream.cursor, stream.committedAt,
                stream.startedAt, stream.completedAt, stream.recordsProcessed, stream.errorSummary,
                stream.metadata.serialized(), stream.runToken, stream.updatedAt, stream.updatedBy, tenant,
                subject.connector, subject.stream,
            ])
        return stream
    }

    /// Tells the audit trail where a cursor went.
    func tell(_ kind: String, from old: String?, to new: String?, because reason: String? = nil) throws {
        let facts = JSONObject(present: [
            "connector_name": .string(subject.connector), "stream_name": .string(subject.stream),
            "old_cursor_value": old.map(JSONValue.string) ?? .null,
            "new_cursor_value": new.map(JSONValue.string) ?? .null, "reason": reason.map(JSONValue.string),
        ])
        try tx.audit(
            kind, of: Array("\(subject.connector)/\(subject.stream)".utf8), in: tenant, by: subject.principal.actor,
            .object(facts))
    }

    private func query(_ locking: String) throws -> DeltaStream? {
        try tx.query(
            """
            SELECT cursor_type, status, cursor_value, committed_at, started_at, completed_at, records_processed,
              error_summary, metadata, run_token, updated_at, updated_by
            FROM delta_stream WHERE tenant = ? AND connector = ? AND stream = ? \(locking)
            """,
            [tenant, subject.connector, subject.stream]
        ).first.map { row in
            var stream = DeltaStream(connector: subject.connector, name: subject.stream)
            stream.cursorType = CursorType(rawValue: try row.text(0)) ?? .opaqueToken
            stream.status = DeltaStatus(rawValue: try row.text(1)) ?? .idle
            stream.cursor = try row.optional(2, row.text)
            stream.committedAt = try row.optional(3, row.instant)
            stream.startedAt = try row.optional(4, row.instant)
            stream.completedAt = try row.optional(5, row.instant)
            stream.recordsProcessed = try row.optional(6, row.int)
            stream.errorSummary = try row.optional(7, row.text)
            stream.metadata = try JSONValue.parse(try row.text(8), limits: .trusted)
            stream.runToken = try row.optional(9, row.token)
            stream.updatedAt = try row.instant(10)
            stream.updatedBy = try row.text(11)
            return stream
        }
    }
}
