import NuntiqModel

/// Table `migration`: what was applied to this database, by number.
struct AppliedMigrations {
    struct Entry {
        let name: String
        let checksum: String
        let appliedAt: Instant
    }

    let entries: [Int: Entry]

    /// Reads the table; a database without it has no entries.
    init(_ transaction: any Transaction) throws {
        guard try transaction.query(transaction.dialect.tableCount, ["migration"]).first?.int(0) == 1 else {
            entries = [:]
            return
        }
        let rows = try transaction.query("SELECT number, name, checksum, applied_at FROM migration")
        entries = try rows.reduce(into: [:]) { entries, row in
            entries[Int(try row.int(0))] = Entry(
                name: try row.text(1), checksum: try row.text(2), appliedAt: try row.instant(3))
        }
    }

    /// Refuses a database that other migrations made.
    func check(against migrations: [Migration]) throws {
        for (number, entry) in entries.sorted(by: { $0.key < $1.key }) {
            guard let migration = migrations.first(where: { $0.number == number }) else {
                throw MigrationError.newer(number: number)
            }
            guard migration.checksum == entry.checksum else {
                throw MigrationError.changed(number: number, name: entry.name)
            }
        }
    }

    /// Enters a migration that is about to be applied.
    static func enter(_ migration: Migration, _ transaction: any Transaction) throws {
        for statement in transaction.dialect.groundwork { try transaction.execute(statement) }
        try transaction.execute(try ddl(transaction.dialect))
        try transaction.execute(
            "INSERT INTO migration (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
            [migration.number, migration.name, migration.checksum, transaction.now])
    }

    private static func ddl(_ dialect: Dialect) throws -> String {
        let table = Migration(
            number: 0,
            name: "migration",
            sql: """
                CREATE TABLE IF NOT EXISTS migration (
                  number {int64} NOT NULL PRIMARY KEY,
                  name {text} NOT NULL,
                  checksum {text} NOT NULL,
                  applied_at {int64} NOT NULL
                ) {strict}
                """
        )
        return try MigrationScript(table, dialect: dialect).statements.joined()
    }
}
