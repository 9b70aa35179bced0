public import NuntiqStore

/// Removes keys of lifecycle messages that are older than a day: who repeats a call does so sooner.
public struct LifecycleKeySweep: Sendable {
    private let database: any Database

    /// Puts the sweep on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Removes them; answers how many.
    @discardableResult
    public func run() async throws -> Int {
        try await Self.rows.remove(from: database)
    }

    static let rows = AgedRows(
        life: .seconds(24 * 60 * 60),
        owners: """
            SELECT t.id FROM tenant AS t
            WHERE EXISTS (SELECT 1 FROM lifecycle_key AS k WHERE k.tenant = t.id AND k.created_at <= ?) ORDER BY t.id
            """,
        removal: """
            DELETE FROM lifecycle_key WHERE tenant = ? AND (principal, key) IN (
              SELECT k.principal, k.key FROM lifecycle_key AS k
              WHERE k.tenant = ? AND k.created_at <= ? ORDER BY k.created_at LIMIT ?)
            RETURNING 1
            """)
}
