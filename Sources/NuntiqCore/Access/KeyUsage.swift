import NuntiqModel
public import NuntiqStore
import Synchronization

/// When and from where keys were last used: kept in memory, written in batches.
///
/// A request writes nothing for it. What was not flushed when a process dies is lost; the next use tells it again.
public final class KeyUsage: Sendable {
    /// The row that tells of a key's use.
    enum Subject: Sendable, Hashable {
        case partnerKey(TenantID, Token)
        /// The key from before the last rotation, in its last hours.
        case graceKey(TenantID, Token)
        case apiUser(TenantID, Int64)
    }

    struct Use: Sendable, Hashable {
        let at: Instant
        let address: String
    }

    /// Keys beyond this many between two flushes go unrecorded.
    static let subjectsMax = 10_000

    private let uses = Mutex<[Subject: Use]>([:])
    private let database: any Database

    /// Writes to `database`.
    public init(database: any Database) {
        self.database = database
    }

    /// Remembers a use until the next flush.
    func record(_ subject: Subject, at instant: Instant, from address: String) {
        uses.withLock { uses in
            guard uses[subject] != nil || uses.count < Self.subjectsMax else { return }
            uses[subject] = Use(at: instant, address: address)
        }
    }

    /// Writes what was recorded since the last flush, in one transaction; call it every few seconds and at the end.
    ///
    /// When it fails, what was recorded waits for the next flush.
    public func flush() async throws {
        let batch = uses.withLock { uses in
            defer { uses = [:] }
            return uses
        }
        guard !batch.isEmpty else { return }
        let ordered = batch.sorted { $0.key.order < $1.key.order }
        do {
            try await database.write { tx in
                for (subject, use) in ordered { try KeyUsageRepository(tx).save(use, of: subject) }
            }
        } catch {
            uses.withLock { uses in uses.merge(batch) { newer, _ in newer } }
            throw error
        }
    }
}

extension KeyUsage.Subject {
    /// All nodes write in this order, so that none waits for another in a circle.
    fileprivate var order: String {
        switch self {
        case .partnerKey(let tenant, let id): "1 \(tenant.rawValue) \(id)"
        case .graceKey(let tenant, let id): "1 \(tenant.rawValue) \(id) grace"
        case .apiUser(let tenant, let id): "2 \(tenant.rawValue) \(id)"
        }
    }
}

/// The columns `last_used_at`, `last_used_from`, `grace_used_at` and `grace_used_from`.
struct KeyUsageRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Writes a use, unless a later one stands there.
    func save(_ use: KeyUsage.Use, of subject: KeyUsage.Subject) throws {
        switch subject {
        case .partnerKey(let tenant, let id):
            try tx.execute(
                """
                UPDATE partner_key SET last_used_at = ?, last_used_from = ?
                WHERE tenant = ? AND id = ? AND (last_used_at IS NULL OR last_used_at < ?)
                """,
                [use.at, use.address, tenant, id, use.at])
        case .graceKey(let tenant, let id):
            try tx.execute(
                """
                UPDATE partner_key SET grace_used_at = ?, grace_used_from = ?
                WHERE tenant = ? AND id = ? AND grace_hash IS NOT NULL AND (grace_used_at IS NULL OR grace_used_at < ?)
                """,
                [use.at, use.address, tenant, id, use.at])
        case .apiUser(let tenant, let id):
            try tx.execute(
                """
                UPDATE api_user SET last_used_at = ?, last_used_from = ?
                WHERE tenant = ? AND id = ? AND (last_used_at IS NULL OR last_used_at < ?)
                """,
                [use.at, use.address, tenant, id, use.at])
        }
    }
}
