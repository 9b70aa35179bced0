import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqStore

struct WorkerTests {
    private struct Fault: Error {}

    @Test(arguments: TestDatabase.allCases)
    func `an item runs once and is gone`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail", count: 50)
            let workers = [bench.worker(tracingByID), bench.worker(tracingByID)]
            try await withThrowingTaskGroup(of: Int.self) { group in
                for worker in workers { group.addTask { try await worker.runDue() } }
                let ran = try await group.reduce(0, +)
                #expect(ran == 50)
            }
            #expect(try await bench.traces().count == 50)
            #expect(try await bench.itemCount() == 0)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a handler that throws leaves no effect and runs again later`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            let worker = bench.worker([
                "mail": .inTransaction { work, tx in
                    try WorkBench.leaveTrace("attempt-\(work.attempts)", in: tx)
                    if work.attempts == 1 { throw Fault() }
                    #expect(work.lastError == "Fault()")
                    return .done
                }
            ])
            #expect(try await worker.runDue() == 1)
            #expect(try await bench.traces() == [])
            #expect(try await worker.runDue() == 0)
            bench.clock.advance(by: .seconds(2))
            #expect(try await worker.runDue() == 1)
            #expect(try await bench.traces() == ["attempt-2"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an item that keeps failing ends in a visible list and can be revived`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            let broken = bench.worker(["mail": .inTransaction { _, _ in throw Fault() }])
            for _ in 0..<3 {
                #expect(try await broken.runDue() == 1)
                bench.clock.advance(by: .seconds(1_000))
            }
            #expect(try await broken.runDue() == 0)
            let parked = try #require(try await bench.parked().first)
            #expect(parked.item.kind == "mail")
            #expect(parked.attempts == 3)
            #expect(parked.lastError == "Fault()")

            try await bench.database.write { try WorkQueue.revive($0, WorkBench.acme, parked.id) }
            #expect(try await bench.worker(tracingByID).runDue() == 1)
            #expect(try await bench.itemCount() == 0)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an outcome is what becomes of the item`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("waits")
            try await bench.enqueue("stops")
            let worker = bench.worker([
                "waits": .inTransaction { _, _ in .retry(after: .seconds(60), reason: "no answer yet") },
                "stops": .inTransaction { _, tx in
                    try WorkBench.leaveTrace("kept", in: tx)
                    return .park(reason: "the address does not exist")
                },
            ])
            #expect(try await worker.runDue() == 2)
            #expect(try await bench.traces() == ["kept"])
            #expect(try await bench.parked().map(\.lastError) == ["the address does not exist"])
            bench.clock.advance(by: .seconds(59))
            #expect(try await worker.runDue() == 0)
            bench.clock.advance(by: .seconds(1))
            #expect(try await worker.runDue() == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an item of a kind that only another version knows waits for it`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            for _ in 0..<20 {
                try await bench.worker([:]).runDue()
                bench.clock.advance(by: .seconds(60))
            }
            let taken = try #require(try await bench.take().first)
            #expect(taken.attempts == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a store that is full or busy says nothing about the item`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("mail")
            let worker = bench.worker(["mail": .inTransaction { _, _ in throw StoreError.unavailable(reason: "full") }])
            for _ in 0..<20 {
                #expect(try await worker.runDue() == 1)
                bench.clock.advance(by: .seconds(1))
            }
            #expect(try await bench.parked().isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an item may enqueue the next`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.enqueue("extract")
            let worker = bench.worker([
                "extract": .inTransaction { work, tx in
                    try WorkQueue.enqueue(tx, WorkItem(tenant: work.item.tenant, kind: "validate"))
                    return .done
                },
                "validate": .inTransaction { _, tx in
                    try WorkBench.leaveTrace("validated", in: tx)
                    return .done
                },
            ])
            #expect(try await worker.runDue() == 2)
            #expect(try await bench.traces() == ["validated"])
        }
    }

    private var tracingByID: [String: WorkHandler] {
        [
            "mail": .inTransaction { work, tx in
                try WorkBench.leaveTrace("\(work.id)", in: tx)
                return .done
            }
        ]
    }
}
