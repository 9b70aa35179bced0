import Dispatch
import NuntiqStore
import NuntiqTesting
import Synchronization
import Testing

@Suite
struct LostConnectionTests {
    @Test(.timeLimit(.minutes(20)), .proves("operations/database-restart"))
    func `a restart of the server is healed, also in the middle of a closure`() async throws {
        try await withServer { server, database in
            try await database.write { try $0.execute("CREATE TABLE note (number BIGINT PRIMARY KEY)") }
            try await insert(1, database)
            try await server.restart()
            try await insert(2, database)

            let runs = Atomic<Int>(0)
            let (begun, restarted) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let written: Void = database.write { transaction in
                try transaction.execute("INSERT INTO note (number) VALUES (3)")
                _ = try transaction.query("SELECT 1")
                if runs.add(1, ordering: .relaxed).newValue == 1 {
                    begun.signal()
                    restarted.wait()
                }
                _ = try transaction.query("SELECT 1")
            }
            await waiting(for: begun)
            try await server.restart()
            restarted.signal()
            try await written
            let numbers = try await stored(database)
            #expect(numbers == [1, 2, 3])
            #expect(runs.load(ordering: .relaxed) == 2)
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func `without a server everything is unavailable, and comes back with it`() async throws {
        try await withServer { server, database in
            try await database.write { try $0.execute("CREATE TABLE note (number BIGINT PRIMARY KEY)") }
            try await server.stop()
            await expectUnavailable { try await insert(1, database) }
            await expectUnavailable { _ = try await stored(database) }
            try await server.restart()
            try await insert(2, database)
            let numbers = try await stored(database)
            #expect(numbers == [2])
        }
    }

    @Test
    func `a transaction of a stopped process does not live for more than five seconds`() async throws {
        try await withServer { _, database in
            let timeouts = try await database.write { transaction in
                try ["idle_in_transaction_session_timeout", "lock_timeout"]
                    .map { try transaction.query("SHOW \($0)")[0].text(0) }
            }
            #expect(timeouts == ["5s", "10s"])
        }
    }

    @Test(.timeLimit(.minutes(20)))
    func `a commit on one node wakes the other`() async throws {
        try await withDatabaseLocation(on: .postgres) { location in
            try await using(try await location.open(for: TestClock())) { first in
                try await using(try await location.open(for: TestClock())) { second in
                    try await wake(second, by: first)
                }
            }
        }
    }

    /// Signals until the other node hears one: it may not listen yet at the first.
    private func wake(_ second: any Database, by first: any Database) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in second.signals.subscribe(.work) { return true }
                return false
            }
            group.addTask {
                while !Task.isCancelled {
                    try await first.write { transaction in
                        _ = try transaction.query("SELECT 1")
                        transaction.afterCommit(.work)
                    }
                }
                return false
            }
            let heard = try await group.next()
            #expect(heard == true)
            group.cancelAll()
        }
    }

    private func withServer(_ body: (PostgresServer, any Database) async throws -> Void) async throws {
        let server = try await PostgresServer.start()
        let location = DatabaseLocation.postgres(url: server.url())
        try await using(try await location.open(for: TestClock())) { try await body(server, $0) }
        try await server.stop()
    }

    private func insert(_ number: Int, _ database: any Database) async throws {
        try await database.write { try $0.execute("INSERT INTO note (number) VALUES (?)", [number]) }
    }

    private func stored(_ database: any Database) async throws -> [Int64] {
        try await database.read { try $0.query("SELECT number FROM note ORDER BY number").map { try $0.int(0) } }
    }

    private func expectUnavailable(_ body: () async throws -> Void) async {
        do {
            try await body()
            Issue.record("the server is stopped")
        } catch StoreError.unavailable(let reason) {
            #expect(!reason.isEmpty)
        } catch {
            Issue.record("\(error)")
        }
    }
}
