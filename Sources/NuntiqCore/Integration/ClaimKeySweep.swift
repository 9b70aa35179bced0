internal import NuntiqModel
public import NuntiqStore

/// Removes keys of claims whose leases are over by their first length: they protect nothing any more.
public struct ClaimKeySweep: Sendable {
    private let database: any Database

    /// Puts the sweep on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Removes them, tenant by tenant; answers how many.
    @discardableResult
    public func run() async throws -> Int {
        let tenants = try await database.read { tx in
            try tx.query("SELECT id FROM tenant ORDER BY id").map { try $0.tenant(0) }
        }
        var count = 0
        for tenant in tenants {
            count += try await database.write { tx in
                try tx.query(
                    """
                    DELETE FROM claim_key WHERE tenant = ? AND answered_at + ttl_seconds * 1000000 <= ? RETURNING 1
                    """,
                    [tenant, tx.now]
                ).count
            }
        }
        return count
    }
}
