public import NuntiqStore

/// Removes uploads that nothing may name any more; files that an import took over stay.
public struct UploadSweep: Sendable {
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
        life: Upload.kept,
        owners: """
            SELECT t.id FROM tenant AS t
            WHERE EXISTS (SELECT 1 FROM upload AS u WHERE u.tenant = t.id AND u.created_at <= ?) ORDER BY t.id
            """,
        removal: """
            DELETE FROM upload WHERE tenant = ? AND token IN (
              SELECT u.token FROM upload AS u WHERE u.tenant = ? AND u.created_at <= ? ORDER BY u.created_at LIMIT ?)
            RETURNING 1
            """)
}
