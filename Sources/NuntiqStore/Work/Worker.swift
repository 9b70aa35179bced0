public import Logging
internal import Metrics
internal import NuntiqModel
public import ServiceLifecycle
internal import Synchronization

/// Runs what is due in table `work`: on any node, as often as it is started.
///
/// Woken after each commit that enqueued something, on this node at once, and by a slow look of its own. Tenants take
/// turns, so that one tenant's backlog does not hold up another's item. A graceful stop takes no more and finishes what
/// runs; a crash leaves leases that end by themselves.
public struct Worker: Service {
    /// How a worker works.
    public struct Settings: Sendable, Hashable {
        /// How many items run at a time.
        public var concurrency: Int
        /// How long a taken item is its worker's own; renewed while an outside effect runs.
        public var lease: Duration
        /// How often it looks without being woken.
        public var lookInterval: Duration
        /// What becomes of failures.
        public var retries: RetryPolicy
        /// What it takes; the rest is for others.
        public var kinds: WorkKinds

        /// Makes settings.
        public init(
            concurrency: Int = 32, lease: Duration = .seconds(15), lookInterval: Duration = .seconds(1),
            retries: RetryPolicy = RetryPolicy(), kinds: WorkKinds = .all
        ) {
            self.concurrency = concurrency
            self.lease = lease
            self.lookInterval = lookInterval
            self.retries = retries
            self.kinds = kinds
        }
    }

    private let intake: WorkIntake
    private let runner: WorkRunner
    private let settings: Settings
    private let signals: SignalHub

    /// Makes a worker; `handlers` are by the kind of their items.
    public init(
        database: any Database, environment: RuntimeEnvironment, logger: Logger, handlers: [String: WorkHandler],
        settings: Settings = Settings()
    ) {
        self.intake = WorkIntake(database: database, lease: settings.lease, kinds: settings.kinds)
        self.runner = WorkRunner(
            database: database, environment: environment, logger: logger, handlers: handlers,
            retries: settings.retries, lease: settings.lease)
        self.settings = settings
        self.signals = database.signals
    }

    /// Works until the graceful stop, or until the database closes.
    public func run() async throws {
        let wakes = WakeUp()
        let commits = signals.subscribe(.work)  // before the first look, so that nothing falls between the two
        let running = Running()
        await withDiscardingTaskGroup { group in
            group.addTask { await wakes.follow(commits) }
            group.addTask { await wakes.tick(every: settings.lookInterval) }
            for await _ in wakes.stream.cancelOnGracefulShutdown() {
                await start(in: &group, running: running, wakes: wakes)
            }
            wakes.end()
        }
    }

    /// Runs everything that is due now and what that makes due, and says how many items ran; for tests and commands.
    @discardableResult
    public func runDue() async throws -> Int {
        var count = 0
        while true {
            let taken = try await intake.take(settings.concurrency)
            guard !taken.isEmpty else { return count }
            count += taken.count
            await withDiscardingTaskGroup { group in
                for work in taken { group.addTask { await runner.run(work) } }
            }
        }
    }

    /// Fills the free places; each item that ends wakes the worker again.
    private func start(in group: inout DiscardingTaskGroup, running: Running, wakes: WakeUp) async {
        while true {
            let free = settings.concurrency - running.count
            guard free > 0 else { return }
            guard let taken = await runner.logging("take work", { try await intake.take(free) }), !taken.isEmpty
            else { return }
            for work in taken {
                running.add(1)
                group.addTask {
                    await runner.run(work)
                    running.add(-1)
                    wakes.wake()
                }
            }
        }
    }
}

/// How many items run.
private final class Running: Sendable {
    private let value = Atomic<Int>(0)

    var count: Int { value.load(ordering: .sequentiallyConsistent) }

    func add(_ change: Int) {
        value.add(change, ordering: .sequentiallyConsistent)
    }
}
