import NuntiqModel
public import NuntiqStore

/// Removes links that nobody used, a week after they were sent.
public struct SupplierSessionSweep: Sendable {
    private static let life = Duration.seconds(7 * 86_400)
    private let database: any Database

    /// Puts the sweep on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Removes them; answers how many.
    @discardableResult
    public func run() async throws -> Int {
        let tenants = try await database.read { tx in try TenantRepository(tx).all().map(\.id) }
        var count = 0
        for tenant in tenants {
            count += try await database.write { tx in try Self.remove(tenant, tx) }
        }
        return count
    }

    /// Ids order by time, so the old ones are one range of the primary key.
    private static func remove(_ tenant: TenantID, _ tx: any Transaction) throws -> Int {
        let end = Token.version7(at: tx.now - life, random: Array(repeating: 0, count: 8))
        let gone = try tx.query(
            "DELETE FROM supplier_session WHERE tenant = ? AND id < ? AND used_at IS NULL RETURNING id", [tenant, end])
        for row in gone {
            try tx.execute(
                "DELETE FROM supplier_token WHERE tenant = ? AND session = ?", [tenant, try row.token(0)])
        }
        return gone.count
    }
}
