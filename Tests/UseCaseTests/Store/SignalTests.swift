import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SignalTests {
    @Test(.timeLimit(.minutes(20)), arguments: TestDatabase.allCases)
    func `a commit wakes who waits, however many jobs asked`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            var wakes = database.signals.subscribe(.work).makeAsyncIterator()
            try await concurrently(20) { _ in try await database.write { $0.afterCommit(.work) } }
            let woken: Void? = await wakes.next()
            #expect(woken != nil)
        }
    }

    @Test(.timeLimit(.minutes(20)), arguments: TestDatabase.allCases)
    func `an event wakes the pollers`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            var wakes = database.signals.subscribe(.events).makeAsyncIterator()
            try await database.write { transaction in
                try transaction.append(
                    EventRecord(tenant: TenantID(rawValue: 1), subject: [1], kind: "x", occurredAt: transaction.now))
            }
            let woken: Void? = await wakes.next()
            #expect(woken != nil)
        }
    }

    @Test(.timeLimit(.minutes(20)), arguments: TestDatabase.allCases)
    func `closing ends every subscription`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let subscription = database.signals.subscribe(.work)
            await database.close()
            for await _ in subscription {}
            for await _ in database.signals.subscribe(.work) {}
            #expect(database.writeDelay == .zero)
        }
    }
}
