internal import NuntiqModel
public import NuntiqStore

/// Removes runs of connectors and their logs when they are old: a run every minute would fill any disk.
public struct JobSweep: Sendable {
    /// So long a run and its log are kept.
    public static let kept = Duration.seconds(30 * 86_400)
    /// So many runs go in one commit.
    private static let batch = 10

    let database: any Database

    /// Works on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Removes what is old, tenant by tenant; answers how many runs.
    @discardableResult
    public func run() async throws -> Int {
        var count = 0
        for tenant in try await database.read({ tx in try TenantRepository(tx).all() }) {
            while true {
                let removed = try await database.write { tx in try Self.remove(tenant.id, tx) }
                count += removed
                if removed < Self.batch { break }
            }
        }
        return count
    }

    /// The numbers of runs grow with time, so the oldest are the first of the primary key.
    private static func remove(_ tenant: TenantID, _ tx: any Transaction) throws -> Int {
        let end = Token.version7(at: tx.now - kept, random: [UInt8](repeating: 0, count: 8))
        let runs = try tx.query(
            """
            SELECT id FROM job_run WHERE tenant = ? AND id < ? AND status NOT IN ('queued', 'running')
            ORDER BY id LIMIT ?
            """,
            [tenant, end, batch]
        ).map { try $0.token(0) }
        for run in runs {
            try tx.execute("DELETE FROM job_log WHERE tenant = ? AND run = ?", [tenant, run])
            try tx.execute("DELETE FROM job_run WHERE tenant = ? AND id = ?", [tenant, run])
        }
        return runs.count
    }
}
