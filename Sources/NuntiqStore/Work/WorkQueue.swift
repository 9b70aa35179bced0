internal import NuntiqModel

/// The one queue of the system: table `work`, ordered by tenant and `due_at`.
///
/// Taking an item moves its `due_at` to the end of a lease. So the key column says who may see the item, brings it back
/// by itself when its worker dies, and is the fence: an item is settled by its whole key, and a key that is no longer
/// there says that the lease was lost. A parked item is due at the end of time, which never comes.
public enum WorkQueue {
    /// Writes an item with its cause; workers hear of it after the commit.
    public static func enqueue(_ tx: any Transaction, _ item: WorkItem) throws {
        try tx.execute(
            """
            INSERT INTO work (tenant, due_at, id, kind, subject, payload, attempts, last_error)
            VALUES (?, ?, ?, ?, ?, ?, 0, '')
            """,
            [item.tenant, item.dueAt ?? tx.now, try tx.newID(), item.kind, item.subject, item.payload]
        )
        tx.afterCommit(.work)
    }

    /// Tenants with due items, at most `limit`, in a ring that begins after `cursor`.
    ///
    /// A skip scan of the primary key: its cost grows with the tenants, not with their backlogs.
    static func tenants(
        _ tx: any Transaction, after cursor: TenantID, limit: Int, _ kinds: WorkKinds = .all
    ) throws -> [TenantID] {
        let rest = try tenants(tx, from: cursor.rawValue, through: .max, limit: limit, kinds)
        guard rest.count < limit else { return rest }
        return try rest + tenants(tx, from: .min, through: cursor.rawValue, limit: limit - rest.count, kinds)
    }

    private static func tenants(
        _ tx: any Transaction, from lower: Int64, through upper: Int64, limit: Int, _ kinds: WorkKinds
    ) throws -> [TenantID] {
        try tx.query(
            """
            WITH RECURSIVE ring (tenant) AS (
              SELECT (SELECT tenant FROM work WHERE tenant > ? AND tenant <= ? ORDER BY tenant LIMIT 1)
              UNION ALL
              SELECT (
                SELECT work.tenant FROM work WHERE work.tenant > ring.tenant AND work.tenant <= ?
                ORDER BY work.tenant LIMIT 1
              ) FROM ring WHERE ring.tenant IS NOT NULL
            )
            SELECT ring.tenant FROM ring WHERE ring.tenant IS NOT NULL
              AND EXISTS (
                SELECT 1 FROM work WHERE work.tenant = ring.tenant AND work.due_at <= ? \(kinds.condition))
            LIMIT ?
            """,
            [lower, upper, upper, tx.now] + kinds.arguments + [limit]
        ).map { try $0.tenant(0) }
    }

    /// Takes up to `limit` due items of a tenant until `lease` from now, oldest first; others' locks are passed by.
    static func take(
        _ tx: any Transaction, _ tenant: TenantID, limit: Int, lease: Duration, _ kinds: WorkKinds = .all
    ) throws -> [TakenWork] {
        let leaseEnd = tx.now + lease
        let due = try tx.query(
            """
            SELECT due_at, id, kind, subject, payload, attempts, last_error FROM work
            WHERE tenant = ? AND due_at <= ? \(kinds.condition)
            ORDER BY due_at, id LIMIT ? \(tx.dialect.lockingSkippingLocked)
            """,
            [tenant, tx.now] + kinds.arguments + [limit]
        )
        return try due.map { row in
            let item = WorkItem(
                tenant: tenant, kind: try row.text(2), subject: try row.bytes(3), payload: try row.text(4),
                dueAt: try row.instant(0))
            try tx.execute(
                "UPDATE work SET due_at = ?, attempts = attempts + 1 WHERE tenant = ? AND due_at = ? AND id = ?",
                [leaseEnd, tenant, try row.instant(0), try row.int(1)]
            )
            return TakenWork(
                item: item, id: try row.int(1), leaseEnd: leaseEnd, attempts: Int(try row.int(5)) + 1,
                lastError: try row.text(6))
        }
    }

    /// Begins to settle an item: it is locked to the end of the transaction.
    /// - Throws: ``WorkError/leaseLost`` when it was completed or taken again meanwhile.
    static func hold(_ tx: any Transaction, _ work: TakenWork) throws {
        let held = try tx.query(
            "SELECT 1 FROM work WHERE tenant = ? AND due_at = ? AND id = ? \(tx.dialect.locking)", key(work))
        if held.isEmpty { throw WorkError.leaseLost }
    }

    /// Settles an item that is held.
    static func settle(_ tx: any Transaction, _ work: TakenWork, _ settlement: WorkSettlement) throws {
        switch settlement {
        case .remove:
            try tx.execute("DELETE FROM work WHERE tenant = ? AND due_at = ? AND id = ?", key(work))
        case .again(let after, let attempts, let reason):
            try tx.execute(
                """
                UPDATE work SET due_at = ?, attempts = ?, last_error = ? WHERE tenant = ? AND due_at = ? AND id = ?
                """,
                [tx.now + after, attempts, Self.kept(reason)] + key(work))
            if after <= .zero { tx.afterCommit(.work) }
        case .park(let reason):
            try tx.execute(
                """
                UPDATE work SET due_at = ?, parked_at = ?, last_error = ? WHERE tenant = ? AND due_at = ? AND id = ?
                """,
                [Int64.max, tx.now, Self.kept(reason)] + key(work))
        }
    }

    /// Moves the end of an item's lease.
    /// - Throws: ``WorkError/leaseLost``.
    static func extend(_ tx: any Transaction, _ work: TakenWork, by lease: Duration) throws -> TakenWork {
        try hold(tx, work)
        let leaseEnd = max(tx.now + lease, work.leaseEnd + .microseconds(1))
        try tx.execute(
            "UPDATE work SET due_at = ? WHERE tenant = ? AND due_at = ? AND id = ?", [leaseEnd] + key(work))
        return TakenWork(
            item: work.item, id: work.id, leaseEnd: leaseEnd, attempts: work.attempts, lastError: work.lastError)
    }

    private static func key(_ work: TakenWork) -> [any SQLConvertible] {
        [work.item.tenant, work.leaseEnd, work.id]
    }

    /// An error's text as a column takes it: bounded, without U+0000.
    private static func kept(_ reason: String) -> String {
        String(reason.prefix(2_000)).replacing("\0", with: "")
    }
}

/// What settling does to an item's row.
enum WorkSettlement: Sendable, Hashable {
    case remove
    case again(after: Duration, attempts: Int, reason: String)
    case park(reason: String)
}

/// Why an item could not be settled.
enum WorkError: Error, Sendable, Hashable {
    /// Its lease was over and it was taken again, or it is done already.
    case leaseLost
}
