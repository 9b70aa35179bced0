public import Logging
internal import NuntiqModel
public import ServiceLifecycle

/// Gives committed events their `recorded_at` and takes them into the audit chain, where the database does not do so
/// itself (PostgreSQL).
///
/// One node at a time sequences a tenant: it holds the tenant's row of table `chain`, which others pass by. So times
/// become visible in their order, and what commits late is stamped later than all that is visible, however long its
/// transaction was open. A clock that steps back only makes the steps small.
public struct Sequencer: Service {
    private static let lookInterval = Duration.milliseconds(500)
    private static let tenantsMax = 64
    private static let batchMax = 500

    private let database: any Database
    private let logger: Logger

    /// Makes the service.
    public init(database: any Database, logger: Logger) {
        self.database = database
        self.logger = logger
    }

    /// Sequences until the graceful stop; on SQLite the writer stamps, so it only waits.
    public func run() async throws {
        switch database.dialect {
        case .sqlite:
            try? await gracefulShutdown()
        case .postgres:
            await sequenceWhenWoken()
        }
    }

    private func sequenceWhenWoken() async {
        let wakes = WakeUp()
        let commits = database.signals.subscribe(.events)  // before the first look, so that nothing falls between
        await withDiscardingTaskGroup { group in
            group.addTask { await wakes.follow(commits) }
            group.addTask { await wakes.tick(every: Self.lookInterval) }
            for await _ in wakes.stream.cancelOnGracefulShutdown() {
                do {
                    try await sequence()
                } catch {
                    logger.error("cannot sequence events", metadata: ["error": "\(error)"])
                }
            }
            wakes.end()
        }
    }

    /// Stamps what is committed now, and says how many events that were.
    @discardableResult
    public func sequence() async throws -> Int {
        var count = 0
        var cursor = TenantID(rawValue: .min)
        while true {
            let tenants = try await database.read { [cursor] tx in
                try UnrecordedEvents.tenants(tx, after: cursor, limit: Self.tenantsMax)
            }
            for tenant in tenants { count += try await sequence(tenant) }
            guard tenants.count == Self.tenantsMax, let last = tenants.last else { return count }
            cursor = last
        }
    }

    private func sequence(_ tenant: TenantID) async throws -> Int {
        var count = 0
        while true {
            let stamped = try await database.write { tx in
                try UnrecordedEvents.stamp(tx, tenant, limit: Self.batchMax)
            }
            count += stamped
            if stamped < Self.batchMax { return count }
        }
    }
}
