import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct EventTests {
    static let tenant = TenantID(rawValue: 7)

    @Test(arguments: TestDatabase.allCases)
    func `recorded_at grows strictly, also when the clock is stepped back`(kind: TestDatabase) async throws {
        let clock = TestClock()
        try await withDatabase(on: kind, clock: clock) { database in
            let start = clock.now
            for step in [Duration.zero, .seconds(60), .seconds(-3_600), .zero, .seconds(7_200)] {
                clock.advance(by: step)
                try await database.write { try appendEvent($0) }
                try await sequenceEvents(database)
            }
            let times = try await recordedTimes(database)
            let minute = start + .seconds(60)
            #expect(
                times == [
                    start, minute, minute + .microseconds(1), minute + .microseconds(2), start + .seconds(3_660),
                ])
            try await expectWholeChain(database, events: 5)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `events of many writers at once have one order, and those rolled back leave no gap`(
        kind: TestDatabase
    ) async throws {
        try await withDatabase(on: kind) { database in
            try await concurrently(120) { number in
                try? await database.write { transaction in
                    try appendEvent(transaction)
                    try appendEvent(transaction)
                    if number % 3 == 0 { throw Refusal() }
                }
            }
            try await sequenceEvents(database)
            let times = try await recordedTimes(database)
            #expect(times.count == 160)
            #expect(Set(times).count == 160)
            try await expectWholeChain(database, events: 160)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `two processes give no id twice and share one chain`(kind: TestDatabase) async throws {
        try await withDatabaseLocation(on: kind) { location in
            try await using(try await location.open(for: TestClock())) { first in
                try await using(try await location.open(for: TestClock())) { second in
                    let ids = try await idsTaken(from: [first, second])
                    #expect(Set(ids).count == ids.count)
                }
                try await sequenceEvents(first)
                try await expectWholeChain(first, events: 100)
            }
        }
    }

    private func idsTaken(from databases: [any Database]) async throws -> [Int64] {
        try await withThrowingTaskGroup(of: [Int64].self) { group in
            for number in 0..<100 {
                group.addTask {
                    try await databases[number % 2].write { transaction in
                        try appendEvent(transaction)
                        return [try transaction.newID(), try transaction.newID()]
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func recordedTimes(_ database: any Database) async throws -> [Instant] {
        try await database.read { transaction in
            try transaction.query(
                "SELECT recorded_at FROM event WHERE tenant = ? ORDER BY id", [Self.tenant]
            ).map { try $0.instant(0) }
        }
    }

    private func expectWholeChain(_ database: any Database, events: Int64) async throws {
        let check = try await database.read { try ChainCheck.run($0, Self.tenant) }
        #expect(check.faults == [])
        #expect(check.events == events)
        #expect(check.waiting == 0)
    }
}

private func appendEvent(_ transaction: any Transaction) throws {
    try transaction.append(
        EventRecord(
            tenant: EventTests.tenant, subject: Array("invoice".utf8), kind: "submitted", code: "RECEIVED",
            occurredAt: transaction.now, payload: #"{"note":"é"}"#))
}
