import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct CommitTests {
    @Test(arguments: TestDatabase.allCases)
    func `a write that returns is read back`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            try await database.write { try insertNote("a", "1", $0) }
            let stored = try await notes(database)
            #expect(stored == ["a=1"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a write that throws leaves nothing`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            await #expect(throws: Refusal.self) {
                try await database.write { transaction in
                    try insertNote("a", "1", transaction)
                    throw Refusal()
                }
            }
            let stored = try await notes(database)
            #expect(stored == [])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `of many writes at once only those that throw are undone`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let stored: Void? = try? await database.write { transaction in
                            try insertNote("\(number)", "x", transaction)
                            if number % 3 == 0 { throw Refusal() }
                        }
                        return (number, stored != nil)
                    }
                }
                return await group.reduce(into: [Int: Bool]()) { $0[$1.0] = $1.1 }
            }
            #expect(outcomes.allSatisfy { $0.value == ($0.key % 3 != 0) })
            let expected = (0..<200).filter { $0 % 3 != 0 }.map { "\($0)=x" }
            let stored = try await notes(database)
            #expect(Set(stored) == Set(expected))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a second row with the same key is refused by name, and takes its closure with it`(
        kind: TestDatabase
    ) async throws {
        try await withDatabase(on: kind) { database in
            try await database.write { try insertNote("a", "1", $0) }
            do {
                try await database.write { transaction in
                    try insertNote("b", "1", transaction)
                    try? insertNote("a", "2", transaction)
                    _ = try? transaction.query("SELECT 1")
                }
                Issue.record("the second row was stored")
            } catch StoreError.uniqueViolation(let constraint) {
                #expect(constraint.contains("installation"))
            }
            let stored = try await notes(database)
            #expect(stored == ["a=1"])
        }
    }
}

struct Refusal: Error {}

func insertNote(_ name: String, _ value: String, _ transaction: any Transaction) throws {
    try transaction.execute("INSERT INTO installation (name, value) VALUES (?, ?)", ["note-" + name, value])
}

func notes(_ database: any Database) async throws -> [String] {
    try await database.read { transaction in
        try transaction.query("SELECT name, value FROM installation WHERE name LIKE 'note-%' ORDER BY name")
            .map { "\(try $0.text(0).dropFirst(5))=\(try $0.text(1))" }
    }
}
