import NuntiqModel

extension ChainHead {
    /// Reads `last_recorded_at, events, head`.
    init(_ row: Row) throws {
        self.init(lastRecordedAt: try row.instant(0), events: try row.int(1), digest: try row.bytes(2))
    }

    /// Stores a tenant's head: tenant, last `recorded_at`, count, digest.
    static let upsert = """
        INSERT INTO chain (tenant, last_recorded_at, events, head) VALUES (?, ?, ?, ?)
        ON CONFLICT (tenant) DO UPDATE SET
          last_recorded_at = excluded.last_recorded_at, events = excluded.events, head = excluded.head
        """
}
