public import NuntiqModel

/// An item that cannot happen by itself and waits for a person.
public struct ParkedWork: Sendable, Hashable {
    /// What should have happened.
    public let item: WorkItem
    /// The item's number.
    public let id: Int64
    /// How often it was tried.
    public let attempts: Int
    /// Why it stopped.
    public let lastError: String
    /// Since when it waits.
    public let parkedAt: Instant
}

extension WorkQueue {
    /// A tenant's parked items, longest waiting first.
    public static func parked(_ tx: any Transaction, _ tenant: TenantID, limit: Int = 100) throws -> [ParkedWork] {
        try tx.query(
            """
            SELECT id, kind, subject, payload, attempts, last_error, parked_at FROM work
            WHERE tenant = ? AND due_at = ? ORDER BY id LIMIT ?
            """,
            [tenant, Int64.max, limit]
        ).map { row in
            ParkedWork(
                item: WorkItem(
                    tenant: tenant, kind: try row.text(1), subject: try row.bytes(2), payload: try row.text(3)),
                id: try row.int(0), attempts: Int(try row.int(4)), lastError: try row.text(5),
                parkedAt: try row.instant(6))
        }
    }

    /// Lets a parked item run again at once, its attempts counted anew; nothing when it is not parked.
    public static func revive(_ tx: any Transaction, _ tenant: TenantID, _ id: Int64) throws {
        try tx.execute(
            """
            UPDATE work SET due_at = ?, attempts = 0, parked_at = NULL WHERE tenant = ? AND due_at = ? AND id = ?
            """,
            [tx.now, tenant, Int64.max, id]
        )
        tx.afterCommit(.work)
    }
}
