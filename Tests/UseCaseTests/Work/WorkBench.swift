import Logging
import NuntiqModel
import NuntiqTesting
import ServiceLifecycle

@testable import NuntiqStore

/// A database with a clock, and what the tests of work do with it.
struct WorkBench: Sendable {
    static let acme = TenantID(rawValue: 1)
    static let globex = TenantID(rawValue: 2)

    let database: any Database
    let clock: TestClock

    static func run(
        on kind: TestDatabase, _ body: (WorkBench) async throws -> Void
    ) async throws {
        let clock = TestClock()
        try await withDatabase(on: kind, clock: clock) { try await body(WorkBench(database: $0, clock: clock)) }
    }

    func worker(
        _ handlers: [String: WorkHandler], retries: RetryPolicy = RetryPolicy(attemptsMax: 3),
        lease: Duration = .seconds(15)
    ) -> Worker {
        Worker(
            database: database, environment: clock.environment, logger: Self.logger, handlers: handlers,
            settings: .init(lease: lease, lookInterval: .seconds(3_600), retries: retries))
    }

    func runner(_ handlers: [String: WorkHandler]) -> WorkRunner {
        WorkRunner(
            database: database, environment: clock.environment, logger: Self.logger, handlers: handlers,
            retries: RetryPolicy(attemptsMax: 3), lease: .seconds(15))
    }

    /// Takes as a worker does that dies right after.
    func take(_ limit: Int = 10) async throws -> [TakenWork] {
        try await WorkIntake(database: database, lease: .seconds(15)).take(limit)
    }

    func enqueue(_ kind: String, _ tenant: TenantID = acme, count: Int = 1, dueAt: Instant? = nil) async throws {
        try await database.write { tx in
            for number in 0..<count {
                let item = WorkItem(tenant: tenant, kind: kind, subject: [UInt8(number & 255)], dueAt: dueAt)
                try WorkQueue.enqueue(tx, item)
            }
        }
    }

    /// How many items there are, parked ones included.
    func itemCount() async throws -> Int64? {
        try await database.read { try $0.query("SELECT COUNT(*) FROM work").first?.int(0) }
    }

    func parked() async throws -> [ParkedWork] {
        try await database.read { try WorkQueue.parked($0, Self.acme) }
    }

    /// Leaves a trace that is there only when the transaction was committed; twice the same fails.
    static func leaveTrace(_ name: String, in tx: any Transaction) throws {
        try tx.execute("INSERT INTO installation (name, value) VALUES (?, '')", ["trace-\(name)"])
    }

    func traces() async throws -> [String] {
        try await database.read {
            try $0.query("SELECT name FROM installation WHERE name LIKE 'trace-%' ORDER BY name")
                .map { String(try $0.text(0).dropFirst(6)) }
        }
    }

    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// A service that runs beside a test.
struct RunningService: Sendable {
    private let group: ServiceGroup

    init(_ service: any Service) {
        group = ServiceGroup(services: [service], logger: WorkBench.logger)
    }

    /// Begins the graceful stop.
    func stop() async {
        await group.triggerGracefulShutdown()
    }

    /// Runs the service while `body` runs, then stops it gracefully and waits for its end.
    func run(_ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            do {
                try await body()
            } catch {
                tasks.cancelAll()
                throw error
            }
            await stop()
            try await tasks.waitForAll()
        }
    }
}
