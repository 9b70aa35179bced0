import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqStore

@Suite(.proves("operations/audit-chain"))
struct ChainCheckTests {
    private let acme = TenantID(rawValue: 1)

    @Test(arguments: TestDatabase.allCases)
    func `a chain that nobody touched holds`(kind: TestDatabase) async throws {
        try await withChain(on: kind) { bench in
            let check = try await check(bench)
            #expect(check.faults == [])
            #expect(check.events == 5)
        }
    }

    @Test(
        arguments: TestDatabase.allCases,
        [
            "UPDATE event SET payload = '{}'", "UPDATE event SET actor_name = 'Bob'", "UPDATE event SET code = 'PAID'",
            "UPDATE event SET occurred_at = occurred_at + 1", "UPDATE event SET recorded_at = recorded_at + 500000",
            "DELETE FROM event",
        ])
    func `a row that was changed or lost is found`(kind: TestDatabase, change: String) async throws {
        try await withChain(on: kind) { bench in
            let last = try #require(try await bench.recorded(acme).last)
            try await bench.database.write { try $0.execute("\(change) WHERE id = ?", [last.id]) }
            #expect(try await !check(bench).faults.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an event whose words were erased keeps the chain whole`(kind: TestDatabase) async throws {
        try await withChain(on: kind) { bench in
            let stored = try #require(try await bench.recorded(acme).first)
            let erased = ChainHash.erased(stored.event)
            try await bench.database.write {
                try $0.execute(
                    "UPDATE event SET actor_name = ?, payload = ? WHERE id = ?",
                    [erased.actorName, erased.payload, stored.id])
            }
            #expect(try await check(bench).faults == [])
            #expect(!erased.payload.contains("hello"))
        }
    }

    private func withChain(on kind: TestDatabase, _ body: (WorkBench) async throws -> Void) async throws {
        try await WorkBench.run(on: kind) { bench in
            for subject in UInt8(1)...5 {
                let event = EventRecord.sample(acme, subject: subject, at: bench.clock.now)
                try await bench.database.write { try $0.append(event) }
            }
            try await Sequencer(database: bench.database, logger: WorkBench.logger).sequence()
            try await body(bench)
        }
    }

    private func check(_ bench: WorkBench) async throws -> ChainCheck {
        try await bench.database.read { try ChainCheck.run($0, acme) }
    }
}
