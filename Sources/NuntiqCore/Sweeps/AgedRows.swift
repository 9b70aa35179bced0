internal import NuntiqModel
internal import NuntiqStore

/// Rows that are worth nothing after some time, and how they are removed: some hundred in a transaction, so that no
/// sweep holds up those who write.
struct AgedRows: Sendable {
    /// How long a row lives.
    let life: Duration
    /// Finds the tenants that have rows of `?` or before.
    let owners: String
    /// Removes rows of tenant `?` (named twice) of `?` or before, at most `?`, and returns each.
    let removal: String

    static let batchMax = 500

    /// Removes all that are out of date; answers how many.
    func remove(from database: any Database) async throws -> Int {
        let owners = try await database.read { tx in
            try tx.query(self.owners, [tx.now - life]).map { try $0.tenant(0) }
        }
        var count = 0
        for owner in owners { count += try await remove(of: owner, from: database) }
        return count
    }

    private func remove(of owner: TenantID, from database: any Database) async throws -> Int {
        var count = 0
        while true {
            let removed = try await database.write { tx in
                try tx.query(removal, [owner, owner, tx.now - life, Self.batchMax]).count
            }
            count += removed
            guard removed == Self.batchMax else { return count }
        }
    }
}
