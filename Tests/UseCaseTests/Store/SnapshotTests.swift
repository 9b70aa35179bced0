import Dispatch
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SnapshotTests {
    @Test(arguments: TestDatabase.allCases)
    func `a read sees one state, also while others commit`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            try await database.write { try insertNote("a", "1", $0) }
            let (readA, committed) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let seen = database.read { transaction in
                let before = try transaction.query("SELECT count(*) FROM installation WHERE name LIKE 'note-%'")
                readA.signal()
                committed.wait()
                let after = try transaction.query("SELECT count(*) FROM installation WHERE name LIKE 'note-%'")
                return [try before[0].int(0), try after[0].int(0)]
            }
            await waiting(for: readA)
            try await database.write { try insertNote("b", "1", $0) }
            committed.signal()
            let counts = try await seen
            #expect(counts == [1, 1])
            let stored = try await notes(database)
            #expect(stored == ["a=1", "b=1"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a read does not wait for a writer`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let (written, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let write: Void = database.write { transaction in
                try insertNote("a", "1", transaction)
                _ = try transaction.query("SELECT 1")
                written.signal()
                done.wait()
            }
            await waiting(for: written)
            let stored = try await notes(database)
            done.signal()
            try await write
            #expect(stored == [])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a read cannot write`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            await #expect(throws: StoreError.self) {
                try await database.read { transaction in
                    try insertNote("a", "1", transaction)
                    _ = try transaction.query("SELECT 1")
                }
            }
            let stored = try await notes(database)
            #expect(stored == [])
        }
    }
}
