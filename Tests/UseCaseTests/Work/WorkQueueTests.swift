import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqStore

struct WorkQueueTests {
    @Test(arguments: TestDatabase.allCases)
    func `an item taken by a worker that died comes back when its lease ends`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            let first = try #require(try await bench.take().first)
            #expect(first.attempts == 1)
            #expect(first.leaseEnd == bench.clock.now + .seconds(15))
            #expect(try await bench.take().isEmpty)

            bench.clock.advance(by: .seconds(15))
            let second = try #require(try await bench.take().first)
            #expect(second.id == first.id)
            #expect(second.attempts == 2)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a worker whose lease was lost leaves no effect`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            let slow = try #require(try await bench.take().first)
            bench.clock.advance(by: .seconds(20))
            let quick = try #require(try await bench.take().first)

            await bench.runner(tracing("slow")).run(slow)
            #expect(try await bench.traces() == [])
            #expect(try await bench.itemCount() == 1)
            await bench.runner(tracing("quick")).run(quick)
            await bench.runner(tracing("late")).run(slow)
            #expect(try await bench.traces() == ["quick"])
            #expect(try await bench.itemCount() == 0)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a lease that is over is still good while nobody took the item`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            let slow = try #require(try await bench.take().first)
            bench.clock.advance(by: .seconds(3_600))
            await bench.runner(tracing("slow")).run(slow)
            #expect(try await bench.traces() == ["slow"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an item that is due later waits`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail", dueAt: bench.clock.now + .seconds(60))
            #expect(try await bench.take().isEmpty)
            bench.clock.advance(by: .seconds(60))
            #expect(try await bench.take().count == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `one tenant's backlog does not hold up another's item`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail", WorkBench.acme, count: 500)
            try await bench.enqueue("mail", WorkBench.globex)
            let taken = try await bench.take(10)
            #expect(taken.filter { $0.item.tenant == WorkBench.globex }.count == 1)
            #expect(taken.count == 6)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `tenants take turns, however many they are`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            for number in 1...40 { try await bench.enqueue("mail", TenantID(rawValue: Int64(number)), count: 20) }
            let intake = WorkIntake(database: bench.database, lease: .seconds(15))
            var served: Set<TenantID> = []
            for _ in 0..<3 { served.formUnion(try await intake.take(16).map(\.item.tenant)) }
            #expect(served.count == 40)
            #expect(try await intake.take(64).count == 64)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `two who take at once get different items`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail", count: 100)
            let taken = try await withThrowingTaskGroup(of: [TakenWork].self) { group in
                for _ in 0..<8 { group.addTask { try await bench.take(10) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(taken.map(\.id)).count == taken.count)
            #expect(!taken.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an item that kills its workers is parked`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            for _ in 0..<3 {
                #expect(try await bench.take().count == 1)
                bench.clock.advance(by: .seconds(15))
            }
            try await bench.worker(tracing("never")).runDue()
            #expect(try await bench.traces() == [])
            #expect(try await bench.parked().map(\.lastError) == ["It never came to an end."])
        }
    }

    private func tracing(_ name: String) -> [String: WorkHandler] {
        [
            "mail": .inTransaction { _, tx in
                try WorkBench.leaveTrace(name, in: tx)
                return .done
            }
        ]
    }
}
