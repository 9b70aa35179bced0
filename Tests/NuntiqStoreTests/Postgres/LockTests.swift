import Dispatch
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct LockTests {
    private static let update = "UPDATE installation SET value = ? WHERE name = ?"

    @Test(.timeLimit(.minutes(20)))
    func `a job that waits for a lock stops no other, and runs when the lock is free`() async throws {
        try await withDatabase(on: .postgres) { database in
            try await withLockedRow(database) { release in
                async let waiting: Void = database.write { try $0.execute(Self.update, ["second", "row"]) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<40 {
                        group.addTask {
                            try await database.write { transaction in
                                try transaction.execute(
                                    "INSERT INTO installation (name, value) VALUES (?, '')", ["other-\(number)"])
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                release.signal()
                try await waiting
            }
            let value = try await database.read { transaction in
                try transaction.query("SELECT value FROM installation WHERE name = 'row'")[0].text(0)
            }
            #expect(value == "second")
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func `who waits too long for a lock hears lockTimeout`() async throws {
        try await withDatabase(on: .postgres) { database in
            try await withLockedRow(database) { release in
                do {
                    try await database.write { transaction in
                        try transaction.execute("SET LOCAL lock_timeout = '20ms'")
                        try transaction.execute(Self.update, ["second", "row"])
                    }
                    Issue.record("the row is locked")
                } catch StoreError.lockTimeout {}
                release.signal()
            }
        }
    }

    /// Runs `body` while another transaction holds a row, until `body` signals.
    private func withLockedRow(
        _ database: any Database, _ body: (DispatchSemaphore) async throws -> Void
    ) async throws {
        let (locked, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        try await database.write { try $0.execute("INSERT INTO installation (name, value) VALUES ('row', 'first')") }
        async let holder: Void = database.write { transaction in
            _ = try transaction.query("SELECT value FROM installation WHERE name = 'row' FOR UPDATE")
            locked.signal()
            release.wait()
        }
        await waiting(for: locked)
        try await body(release)
        try await holder
    }
}
