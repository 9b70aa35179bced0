internal import NuntiqModel
public import NuntiqStore

/// Turns times that have come into queued runs, on whichever node sees them first.
///
/// A look reads what is due and nothing else; when nothing is, it writes nothing. The time, the run and its work item
/// change in one commit.
public struct ConnectorSchedule: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment

    /// So many are queued in one commit.
    private static let batch = 50

    /// Works on a database.
    public init(database: any Database, environment: RuntimeEnvironment) {
        (self.database, self.environment) = (database, environment)
    }

    /// Queues a run for each instance whose time has come; answers how many.
    ///
    /// However many of its times went by meanwhile, an instance runs once. A time that comes while a run lives is
    /// skipped, and the instance tells it.
    @discardableResult
    public func queueDue() async throws -> Int {
        var count = 0
        while true {
            let due = try await database.read { tx in try Self.due(tx) }
            guard !due.isEmpty else { return count }
            let chances = due.map { _ in environment.random(8) }
            count += try await database.write { tx in
                try zip(due, chances).filter { due, random in try queue(due, random, tx) }.count
            }
        }
    }

    /// How many due times one look reads, for the test of what it costs.
    static func dueRows(_ tx: any Transaction) throws -> Int { try due(tx).count }

    private static func due(_ tx: any Transaction) throws -> [ConnectorRepository.Due] {
        try ConnectorRepository(tx: tx).due(limit: batch)
    }

    /// Whether a run was queued.
    private func queue(_ due: ConnectorRepository.Due, _ random: [UInt8], _ tx: any Transaction) throws -> Bool {
        let repository = ConnectorRepository(tx: tx)
        guard try repository.take(due), let instance = try repository.hold(due.tenant, due.instance),
            instance.isEnabled, instance.nextRunAt == due.at
        else { return false }
        let next = try instance.setup.schedule?.next(after: tx.now, in: instance.setup.timeZone)
        try repository.plan(next, isEnabled: true, over: instance, due.tenant)
        if try JobRepository(tx: tx).queue(instance, cause: .schedule, random: random, due.tenant) != nil {
            return true
        }
        try repository.noteSkipped(due.tenant, due.instance, due.at)
        return false
    }
}
