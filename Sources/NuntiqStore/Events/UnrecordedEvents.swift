public import NuntiqModel

/// Events that are committed and have no `recorded_at` yet (index `event_unrecorded`).
public enum UnrecordedEvents {
    /// Whether a tenant has such events; never on SQLite, whose writer stamps them, and where no index would find any.
    public static func exist(_ tx: any Transaction, in tenant: TenantID) throws -> Bool {
        switch tx.dialect {
        case .sqlite: false
        case .postgres:
            try !tx.query("SELECT 1 FROM event WHERE tenant = ? AND recorded_at IS NULL LIMIT 1", [tenant]).isEmpty
        }
    }

    /// Tenants that have such events, after `cursor`; a skip scan.
    static func tenants(_ tx: any Transaction, after cursor: TenantID, limit: Int) throws -> [TenantID] {
        try tx.query(
            """
            WITH RECURSIVE waiting (tenant) AS (
              SELECT (
                SELECT tenant FROM event WHERE recorded_at IS NULL AND tenant > ? ORDER BY tenant LIMIT 1
              )
              UNION ALL
              SELECT (
                SELECT event.tenant FROM event WHERE event.recorded_at IS NULL AND event.tenant > waiting.tenant
                ORDER BY event.tenant LIMIT 1
              ) FROM waiting WHERE waiting.tenant IS NOT NULL
            )
            SELECT tenant FROM waiting WHERE tenant IS NOT NULL LIMIT ?
            """,
            [cursor, limit]
        ).map { try $0.tenant(0) }
    }

    /// Stamps up to `limit` events of a tenant in the order of their ids and says how many; none when another node
    /// does.
    static func stamp(_ tx: any Transaction, _ tenant: TenantID, limit: Int) throws -> Int {
        guard var head = try lockedHead(tx, tenant) else { return 0 }
        let waiting = try StoredEvent.query(
            tx, "WHERE tenant = ? AND recorded_at IS NULL ORDER BY id LIMIT ?", [tenant, limit])
        guard !waiting.isEmpty else { return 0 }
        let stamps = waiting.map { stored -> [any SQLConvertible] in
            [head.seal(stored.event, id: stored.id, at: tx.now), stored.id]
        }
        try tx.execute(stamping, in: tenant, rows: stamps)
        try tx.execute(ChainHead.upsert, [tenant, head.lastRecordedAt, head.events, head.digest])
        tx.afterCommit(.events)
        return waiting.count
    }

    /// By the index of those that wait, whose ids are unique in a tenant; the primary key would lead over all events of
    /// their subjects.
    private static let stamping = SetStatement.update(
        "event", set: [.int("recorded_at")], at: .int("id"), where: "recorded_at IS NULL")

    /// The tenant's chain head, locked to the end of the transaction; `nil` when another node holds it.
    private static func lockedHead(_ tx: any Transaction, _ tenant: TenantID) throws -> ChainHead? {
        let select = "SELECT last_recorded_at, events, head FROM chain WHERE tenant = ?"
        if try tx.query(select, [tenant]).isEmpty {
            let none = ChainHead.empty
            try tx.execute(
                "INSERT INTO chain (tenant, last_recorded_at, events, head) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [tenant, none.lastRecordedAt, none.events, none.digest])
        }
        return try tx.query("\(select) \(tx.dialect.lockingSkippingLocked)", [tenant]).first.map(ChainHead.init)
    }
}
