public import Logging
public import NuntiqModel
public import ServiceLifecycle

/// Something that happens again and again, once for all nodes.
public struct PeriodicTask: Sendable, Hashable {
    /// Its name in table `periodic`, and the kind of the work item that does it.
    public let name: String
    /// The length of a slot; slots are counted from 1970-01-01T00:00:00Z.
    public let interval: Duration

    /// Makes a task.
    public init(name: String, interval: Duration) {
        self.name = name
        self.interval = interval
    }
}

/// Turns each new slot of a task into one work item, on whichever node sees it first.
///
/// The slot's row and the item are one commit, so a crash neither loses nor repeats a slot. After a standstill only the
/// newest slot is done, and none while the last one's item still waits or runs; a clock that steps back does none
/// again. The item belongs to ``installationTenant``.
public struct Periodic: Service {
    /// Stands for the installation where a work item needs a tenant.
    public static let installationTenant = TenantID(rawValue: 0)

    private static let lookInterval = Duration.seconds(5)

    private let database: any Database
    private let logger: Logger
    private let tasks: [PeriodicTask]

    /// Makes the service.
    public init(database: any Database, logger: Logger, tasks: [PeriodicTask]) {
        self.database = database
        self.logger = logger
        self.tasks = tasks
    }

    /// Looks every few seconds until the graceful stop.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await enqueueDue()
                } catch {
                    logger.error("cannot enqueue periodic tasks", metadata: ["error": "\(error)"])
                }
                do { try await Task.sleep(for: Self.lookInterval) } catch { return }
            }
        }
    }

    /// Enqueues every task whose present slot nobody has done, and names them.
    @discardableResult
    public func enqueueDue() async throws -> [String] {
        let due = try await database.read { [tasks] tx in try tasks.filter { try Self.slot(of: $0, tx) != nil } }
        guard !due.isEmpty else { return [] }
        return try await database.write { tx in try due.filter { try Self.enqueue($0, tx) }.map(\.name) }
    }

    /// The present slot, `nil` when it or a later one is done.
    private static func slot(of task: PeriodicTask, _ tx: any Transaction) throws -> Int64? {
        let length = max(Int64(task.interval / .microseconds(1)), 1)
        let slot = tx.now.microseconds / length
        let later = try tx.query("SELECT 1 FROM periodic WHERE task = ? AND slot >= ? LIMIT 1", [task.name, slot])
        return later.isEmpty ? slot : nil
    }

    private static func enqueue(_ task: PeriodicTask, _ tx: any Transaction) throws -> Bool {
        guard let slot = try slot(of: task, tx) else { return false }
        let mine = try tx.query(
            """
            INSERT INTO periodic (task, slot, done_at) VALUES (?, ?, ?)
            ON CONFLICT (task, slot) DO NOTHING RETURNING slot
            """,
            [task.name, slot, tx.now]
        )
        guard !mine.isEmpty else { return false }
        try tx.execute("DELETE FROM periodic WHERE task = ? AND slot < ?", [task.name, slot])
        let last = try tx.query(
            "SELECT 1 FROM work WHERE tenant = ? AND kind = ? AND parked_at IS NULL LIMIT 1",
            [installationTenant, task.name])
        guard last.isEmpty else { return false }
        try WorkQueue.enqueue(tx, WorkItem(tenant: installationTenant, kind: task.name))
        return true
    }
}
