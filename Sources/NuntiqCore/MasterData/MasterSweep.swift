public import NuntiqModel
public import NuntiqStore

/// Removes rows that nobody reads any more: of sets that were replaced, and of replacements that never became whole.
///
/// Some thousand in a transaction, so that nobody who writes waits long. Safe to run anywhere, any number of times.
public struct MasterSweep: Sendable {
    /// Names the work items that begin it at once after a replacement.
    public static let workKind = "master_sweep"

    private let database: any Database

    /// Puts the sweep on a database.
    public init(database: any Database) {
        self.database = database
    }

    private static let rowsPerTransaction = 2_000

    /// Removes them for every tenant.
    public func run() async throws {
        let owners = try await database.read { tx in
            try tx.query(
                """
                SELECT t.id FROM tenant AS t
                WHERE EXISTS (SELECT 1 FROM master_load AS l WHERE l.tenant = t.id AND l.touched_at <= ?)
                """,
                [tx.now - MasterLoadRepository.life]
            ).map { try $0.tenant(0) }
        }
        for owner in owners { try await run(for: owner) }
    }

    /// Removes those of one tenant.
    public func run(for tenant: TenantID) async throws {
        while let collection = try await next(of: tenant) {
            while try await database.write({ tx in try Self.removeRows(tx, tenant, collection) }) {}
            try await database.write { tx in try MasterLoadRepository(tx: tx, tenant: tenant).remove(collection) }
        }
    }

    private func next(of tenant: TenantID) async throws -> Int64? {
        try await database.read { tx in
            try tx.query(
                "SELECT collection FROM master_load WHERE tenant = ? AND touched_at <= ? ORDER BY touched_at LIMIT 1",
                [tenant, tx.now - MasterLoadRepository.life]
            ).first.map { try $0.int(0) }
        }
    }

    /// Removes some rows; whether there may be more.
    private static func removeRows(_ tx: any Transaction, _ tenant: TenantID, _ collection: Int64) throws -> Bool {
        let removed = try tx.query(
            """
            DELETE FROM master_row WHERE tenant = ? AND collection = ? AND key IN (
              SELECT r.key FROM master_row AS r WHERE r.tenant = ? AND r.collection = ? ORDER BY r.key LIMIT ?)
            RETURNING 1
            """,
            [tenant, collection, tenant, collection, rowsPerTransaction]
        ).count
        return removed == rowsPerTransaction
    }
}
