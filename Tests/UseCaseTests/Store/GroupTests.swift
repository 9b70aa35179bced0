import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct GroupTests {
    @Test(arguments: TestDatabase.allCases)
    func `of two writes of one key at once exactly one is stored, and no other write suffers`(
        kind: TestDatabase
    ) async throws {
        try await withDatabase(on: kind) { database in
            let refused = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<300 {
                    group.addTask { await !stores("\(number % 200)", in: database) }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(refused == 100)
            let stored = try await notes(database)
            #expect(stored.count == 200)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `writers of one row come after each other`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            try await database.write { try insertNote("sum", "0", $0) }
            try await concurrently(80) { _ in
                try await database.write { transaction in
                    let sum = "SELECT value FROM installation WHERE name = 'note-sum' \(transaction.dialect.locking)"
                    let value = Int(try transaction.query(sum)[0].text(0)) ?? 0
                    try setNote("sum", "\(value + 1)", transaction)
                }
            }
            let stored = try await notes(database)
            #expect(stored == ["sum=80"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `writers that take two rows in opposite order all succeed`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            try await database.write { transaction in
                for name in ["a", "b"] { try insertNote(name, "", transaction) }
            }
            try await concurrently(40) { number in
                try await database.write { transaction in
                    for name in number % 2 == 0 ? ["a", "b"] : ["b", "a"] {
                        try setNote(name, "\(number)", transaction)
                        _ = try transaction.query("SELECT 1")
                    }
                }
            }
            let values = Set(try await notes(database).map { $0.dropFirst(2) })
            #expect(values.count == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a closed database refuses`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            await database.close()
            await #expect(throws: StoreError.self) { try await database.write { try insertNote("a", "", $0) } }
            await #expect(throws: (any Error).self) { try await database.read { try $0.query("SELECT 1") } }
        }
    }

    private func stores(_ name: String, in database: any Database) async -> Bool {
        do {
            try await database.write { try insertNote(name, "x", $0) }
            return true
        } catch StoreError.uniqueViolation {
            return false
        } catch {
            Issue.record("\(error)")
            return false
        }
    }
}

func setNote(_ name: String, _ value: String, _ transaction: any Transaction) throws {
    try transaction.execute("UPDATE installation SET value = ? WHERE name = ?", [value, "note-" + name])
}

func concurrently(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<count { group.addTask { try await body(number) } }
        try await group.waitForAll()
    }
}
