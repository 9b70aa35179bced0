import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct ValueTests {
    static let values: [SQLValue] = [
        .null, .int(0), .int(-1), .int(.max), .int(.min), .text(""), .text("é ß 漢 🧾 '?' \"?\" \n"),
        .bytes([]), .bytes([0, 255, 0]), .bytes([UInt8](repeating: 7, count: 100_000)), .bool(true), .bool(false),
    ]

    @Test(arguments: TestDatabase.allCases)
    func `every value comes back as it was bound`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            try await database.write { transaction in
                for statement in try typedTable(transaction.dialect) { try transaction.execute(statement) }
                for (number, value) in Self.values.enumerated() {
                    let column = value.column
                    try transaction.execute("INSERT INTO typed (id, \(column)) VALUES (?, ?)", [number, value])
                }
            }
            for (number, value) in Self.values.enumerated() {
                let read = try await database.read { transaction in
                    try transaction.query("SELECT \(value.column) FROM typed WHERE id = ?", [number])[0]
                }
                try expect(read, holds: value)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a question mark inside quotes or a comment is no placeholder`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let row = try await database.read { transaction in
                try transaction.query("SELECT '?', 'it''s ?' -- why?\n, ? AS \"a?\"", ["x"])[0]
            }
            #expect(row.values == [.text("?"), .text("it's ?"), .text("x")])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `text sorts by its bytes`(kind: TestDatabase) async throws {
        let names = ["b", "B", "a", "ä", "Z", "a b", "a-b", "🧾", "\u{FF5E}", "ab", ""]
        try await withDatabase(on: kind) { database in
            try await database.write { transaction in
                for name in names { try insertNote(name, "", transaction) }
            }
            let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "=" }
            let stored = try await notes(database)
            #expect(stored == sorted)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `counts, sums and truths are read alike`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let row = try await database.read { transaction in
                try transaction.query(
                    """
                    SELECT count(*), sum(n), EXISTS (SELECT 1), 1, sum(-n)
                    FROM (SELECT CAST(? AS bigint) AS n UNION ALL SELECT 123456789) AS numbers
                    """, [Int64(9_000_000_000_000_000)])[0]
            }
            #expect(try row.int(0) == 2)
            #expect(try row.int(1) == 9_000_000_123_456_789)
            #expect(try row.bool(2))
            #expect(try row.int(3) == 1)
            #expect(try row.int(4) == -9_000_000_123_456_789)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a column of another type than asked for is an error`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            await #expect(throws: StoreError.self) {
                try await database.read { try $0.query("SELECT 'x'")[0].int(0) }
            }
        }
    }

    private func expect(_ row: Row, holds value: SQLValue) throws {
        if case .bool(let truth) = value {
            #expect(try row.bool(0) == truth)
        } else {
            #expect(row.values == [value])
        }
    }

    private func typedTable(_ dialect: Dialect) throws -> [String] {
        let migration = Migration(
            number: 1, name: "typed",
            sql: """
                CREATE TABLE typed (id {int64} NOT NULL PRIMARY KEY, i {int64}, t {text}, b {bytes}, l {bool}) {strict}
                """
        )
        return try migration.statements(for: dialect)
    }
}

extension SQLValue {
    fileprivate var column: String {
        switch self {
        case .null, .int: "i"
        case .text: "t"
        case .bytes: "b"
        case .bool, .array: "l"
        }
    }
}
