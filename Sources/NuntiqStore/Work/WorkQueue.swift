internal import NuntiqModel

/// The one queue of the system: table `work`, ordered by tenant and `due_at`.
///
/// Taking an item moves its `due_at` to the end of a lease. So the key column says who may see the item, brings it back
/// by itself when its worker dies, and is the fence: an item is completed by its whole key, and a key that is no longer
/// there says that the lease was lost.
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
}
