import NuntiqModel
public import NuntiqStore

/// Keeps the outbox small and secrets short-lived, and lets held mail go once there is a mail server.
public struct OutboxSweep: Sendable {
    /// How long the log knows a mail.
    public static let keptFor = Duration.seconds(90 * 86_400)
    private static let batch = 500

    private let database: any Database
    private let releasesHeld: Bool

    /// Works on a database; `releasesHeld` where a mail server is configured.
    public init(database: any Database, releasesHeld: Bool) {
        self.database = database
        self.releasesHeld = releasesHeld
    }

    /// Does it for every tenant.
    public func run() async throws {
        for tenant in try await database.read({ tx in try TenantRepository(tx).all().map(\.id) }) {
            try await database.write { tx in try OutboxSweepRepository(tx).forgetSecrets(tenant) }
            try await repeating { try OutboxSweepRepository($0).removeOld(tenant, limit: Self.batch) }
            if releasesHeld { try await repeating { try release(tenant, $0) } }
        }
    }

    /// Repeats a step until it finds less than a batch.
    private func repeating(_ step: @escaping @Sendable (any Transaction) throws -> Int) async throws {
        while try await database.write(step) == Self.batch {}
    }

    private func release(_ tenant: TenantID, _ tx: any Transaction) throws -> Int {
        let outbox = OutboxRepository(tx)
        let held = try OutboxSweepRepository(tx).held(tenant, limit: Self.batch)
        for id in held {
            guard let mail = try outbox.find(tenant, id) else { continue }
            try outbox.wait(tenant, id)
            try WorkQueue.enqueue(tx, WorkItem(tenant: tenant, kind: mail.kind.workKind, subject: id.subject))
        }
        return held.count
    }
}

/// The rows of table `outbox` that nobody needs any more, or now.
private struct OutboxSweepRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Removes the links and codes that are over from mail that will not be sent any more (index `outbox_open`).
    func forgetSecrets(_ tenant: TenantID) throws {
        try tx.execute(
            """
            UPDATE outbox SET secret = NULL WHERE tenant = ? AND status IN ('failed', 'held')
              AND secret IS NOT NULL AND send_before <= ?
            """,
            [tenant, tx.now])
    }

    /// Removes mails that came to their end long ago, the oldest first; nothing that waits or that a developer keeps.
    func removeOld(_ tenant: TenantID, limit: Int) throws -> Int {
        try tx.query(
            """
            DELETE FROM outbox WHERE tenant = ? AND id IN (
              SELECT oldest.id FROM (
                SELECT id, created_at, status FROM outbox WHERE tenant = ? ORDER BY id LIMIT ?) AS oldest
              WHERE oldest.created_at < ? AND oldest.status NOT IN ('waiting', 'held', 'captured'))
            RETURNING id
            """,
            [tenant, tenant, limit, tx.now - OutboxSweep.keptFor]
        ).count
    }

    func held(_ tenant: TenantID, limit: Int) throws -> [Int64] {
        try tx.query(
            "SELECT id FROM outbox WHERE tenant = ? AND status = 'held' ORDER BY id LIMIT ?", [tenant, limit]
        ).map { try $0.int(0) }
    }
}
