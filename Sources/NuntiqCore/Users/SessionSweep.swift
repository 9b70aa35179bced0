import NuntiqModel
public import NuntiqStore

/// Removes sessions, links and counts of tries that are over.
public struct SessionSweep: Sendable {
    private let database: any Database

    /// Puts the sweep on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Removes them; answers how many.
    @discardableResult
    public func run() async throws -> Int {
        try await database.write { tx in try SessionSweepRepository(tx).removeEnded() }
    }
}

/// What is over in tables `portal_session`, `portal_link` and `sign_in_throttle`.
struct SessionSweepRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Removes all that is over, tenant by tenant, the installation too (indexes `…_by_seen`, `…_by_end`, `…_by_age`).
    func removeEnded() throws -> Int {
        let tenants = try [Periodic.installationTenant] + TenantRepository(tx).all().map(\.id)
        var count = 0
        for tenant in tenants { count += try removeEnded(of: tenant) }
        return count
    }

    private func removeEnded(of tenant: TenantID) throws -> Int {
        let sessions = try tx.query(
            "DELETE FROM portal_session WHERE tenant = ? AND seen_at <= ? RETURNING 1",
            [tenant, tx.now - Session.idleMax])
        let links = try tx.query(
            "DELETE FROM portal_link WHERE tenant = ? AND expires_at <= ? RETURNING 1", [tenant, tx.now])
        let tries = try tx.query(
            "DELETE FROM sign_in_throttle WHERE tenant = ? AND last_at <= ? AND blocked_until <= ? RETURNING 1",
            [tenant, tx.now - .seconds(7_200), tx.now])
        return sessions.count + links.count + tries.count
    }
}
