import Crypto
public import NuntiqModel

/// Brings the schema up to date: forward only, in order, each migration whole or not at all.
///
/// Any number of nodes may start at once: each step takes a lock, looks what is left, and enters the migration's row
/// before it does the work.
public struct Migrator: Sendable {
    private let database: any Database
    private let migrations: [Migration]

    /// A migrator over `migrations`, which are in order from 1 without gaps.
    public init(database: any Database, migrations: [Migration] = Migration.all) {
        self.database = database
        self.migrations = migrations
    }

    /// Applies what is missing.
    /// - Returns: What this call applied.
    /// - Throws: ``MigrationError`` when the database was made by other migrations.
    @discardableResult
    public func migrate() async throws -> [Migration] {
        var applied: [Migration] = []
        while let migration = try await applyNext() { applied.append(migration) }
        return applied
    }

    /// Each known migration and when it was applied.
    public func status() async throws -> [MigrationStatus] {
        let migrations = migrations
        return try await database.read { transaction in
            let applied = try AppliedMigrations(transaction)
            return migrations.map { MigrationStatus(migration: $0, appliedAt: applied.entries[$0.number]?.appliedAt) }
        }
    }

    private func applyNext() async throws -> Migration? {
        let migrations = migrations
        return try await database.write { transaction in
            for statement in transaction.dialect.migrationLock { try transaction.execute(statement) }
            let applied = try AppliedMigrations(transaction)
            try applied.check(against: migrations)
            guard let next = migrations.first(where: { applied.entries[$0.number] == nil }) else { return nil }
            try AppliedMigrations.enter(next, transaction)
            let script = try MigrationScript(next, dialect: transaction.dialect)
            for statement in script.statements { try transaction.execute(statement) }
            return next
        }
    }
}

/// A migration, and whether this database has it.
public struct MigrationStatus: Sendable {
    /// The migration.
    public let migration: Migration
    /// When it was applied; `nil` when it is still missing.
    public let appliedAt: Instant?
}

extension Migration {
    /// SHA-256 of its text in hexadecimal digits.
    var checksum: String {
        SHA256.hash(data: Array(text.utf8)).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
