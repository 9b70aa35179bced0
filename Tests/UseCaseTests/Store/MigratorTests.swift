import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.proves("operations/migrations-safe"))
struct MigratorTests {
    static let first = Migration(number: 1, name: "first", sql: "CREATE TABLE first (id {int64} NOT NULL) {strict};")
    static let second = Migration(
        number: 2, name: "second",
        sql: """
            -- a comment; with a semicolon
            CREATE TABLE second (name {text} NOT NULL PRIMARY KEY) {clustered};
            INSERT INTO second (name) VALUES ('a;
            b');
            """)

    @Test(arguments: TestDatabase.allCases)
    func `migrating twice applies each migration once`(kind: TestDatabase) async throws {
        try await withEmptyDatabase(on: kind) { database in
            let migrator = Migrator(database: database)
            let before = try await migrator.status()
            let (first, second) = (try await migrator.migrate(), try await migrator.migrate())
            let after = try await migrator.status()
            #expect(before.allSatisfy { $0.appliedAt == nil })
            #expect(first.map(\.number) == Migration.all.map(\.number))
            #expect(second.isEmpty)
            #expect(after.allSatisfy { $0.appliedAt != nil })
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a later program applies what is new`(kind: TestDatabase) async throws {
        try await withEmptyDatabase(on: kind) { database in
            try await Migrator(database: database, migrations: [Self.first]).migrate()
            let applied = try await Migrator(database: database, migrations: [Self.first, Self.second]).migrate()
            #expect(applied.map(\.name) == ["second"])
            let name = try await database.read { try $0.query("SELECT name FROM second")[0].text(0) }
            #expect(name == "a;\nb")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a changed migration is refused, and so is a database of a newer program`(kind: TestDatabase) async throws {
        try await withEmptyDatabase(on: kind) { database in
            try await Migrator(database: database, migrations: [Self.first, Self.second]).migrate()
            let changed = Migration(number: 1, name: "first", sql: Self.first.sql + " ")
            await #expect(throws: MigrationError.changed(number: 1, name: "first")) {
                try await Migrator(database: database, migrations: [changed, Self.second]).migrate()
            }
            await #expect(throws: MigrationError.newer(number: 2)) {
                try await Migrator(database: database, migrations: [Self.first]).migrate()
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a migration that fails leaves nothing`(kind: TestDatabase) async throws {
        let broken = Migration(number: 2, name: "broken", sql: "CREATE TABLE half (id {int64}) {strict}; NONSENSE;")
        try await withEmptyDatabase(on: kind) { database in
            await #expect(throws: StoreError.self) {
                try await Migrator(database: database, migrations: [Self.first, broken]).migrate()
            }
            let status = try await Migrator(database: database, migrations: [Self.first, broken]).status()
            #expect(status.map { $0.appliedAt != nil } == [true, false])
            await #expect(throws: StoreError.self) { try await database.read { try $0.query("SELECT id FROM half") } }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `nodes that start together share the work`(kind: TestDatabase) async throws {
        try await withEmptyLocation(on: kind) { location in
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await using(try await location.open(for: TestClock())) { database in
                            try await Migrator(database: database).migrate().map(\.number)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == Migration.all.map(\.number))
        }
    }
}

func withEmptyDatabase(on kind: TestDatabase, _ body: (any Database) async throws -> Void) async throws {
    try await withEmptyLocation(on: kind) { location in
        try await using(try await location.open(for: TestClock()), body)
    }
}
