import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqStore

struct PeriodicTests {
    private let daily = PeriodicTask(name: "sweep", interval: .seconds(86_400))
    private let hourly = PeriodicTask(name: "remind", interval: .seconds(3_600))

    @Test(arguments: TestDatabase.allCases)
    func `two nodes do a slot once`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            let nodes = (0..<2).map { _ in periodic(bench) }
            for _ in 0..<10 {
                let done = try await withThrowingTaskGroup(of: [String].self) { group in
                    for node in nodes { group.addTask { try await node.enqueueDue() } }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
                #expect(done.filter { $0 == "remind" }.count == 1)
                let ran = try await bench.worker(handlers).runDue()
                #expect(ran == done.count)
                bench.clock.advance(by: .seconds(3_600))
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `after a standstill only the newest slot is done`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await periodic(bench).enqueueDue()
            try await bench.worker(handlers).runDue()
            bench.clock.advance(by: .seconds(30 * 86_400))
            #expect(try await periodic(bench).enqueueDue() == ["sweep", "remind"])
            #expect(try await periodic(bench).enqueueDue() == [])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a slot is left out while the last one still waits or runs`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await periodic(bench).enqueueDue()
            bench.clock.advance(by: .seconds(86_400))
            _ = try await bench.take()
            #expect(try await periodic(bench).enqueueDue() == [])
            #expect(try await bench.itemCount() == 2)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a clock that steps back does nothing again`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await periodic(bench).enqueueDue()
            bench.clock.advance(by: .seconds(-7_200))
            #expect(try await periodic(bench).enqueueDue() == [])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a task is a work item of the installation`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await periodic(bench).enqueueDue()
            let taken = try await bench.take()
            #expect(Set(taken.map(\.item.kind)) == ["sweep", "remind"])
            #expect(taken.allSatisfy { $0.item.tenant == Periodic.installationTenant })
        }
    }

    private var handlers: [String: WorkHandler] {
        ["sweep": .inTransaction { _, _ in .done }, "remind": .inTransaction { _, _ in .done }]
    }

    private func periodic(_ bench: WorkBench) -> Periodic {
        Periodic(database: bench.database, logger: WorkBench.logger, tasks: [daily, hourly])
    }
}
