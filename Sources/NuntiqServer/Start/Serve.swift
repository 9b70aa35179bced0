public import Logging
import ServiceLifecycle
import UnixSignals

/// `nuntiq serve`: one node from its settings to its graceful stop.
public struct Serve: Sendable {
    private let settings: Settings
    private let variables: [String: String]
    private let hasWorker: Bool
    private let logger: Logger
    private let metrics: PrometheusMetrics

    /// Prepares a node; nothing is opened yet.
    public init(
        _ settings: Settings, variables: [String: String], hasWorker: Bool = true, metrics: PrometheusMetrics,
        logger: Logger
    ) {
        self.settings = settings
        self.variables = variables
        self.hasWorker = hasWorker
        self.metrics = metrics
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT; `prepare` comes before the node listens, `onRunning` is told its port.
    ///
    /// - Throws: ``StartError`` and ``SettingsError`` for what keeps it from starting.
    public func run(
        prepare: @Sendable (Installation) async throws -> Void = { _ in },
        onRunning: @escaping @Sendable (App, Int) async -> Void
    ) async throws {
        let configuration = try ServerConfiguration(settings, hasWorker: hasWorker)
        let lock = try takeLock()
        let installation = try await Installation.open(settings, variables: variables)
        do {
            try await prepare(installation)
            let app = App(installation, configuration: configuration, metrics: metrics, logger: logger)
            let node = Node(app, stoppingAt: [.sigterm, .sigint]) { port in await onRunning(app, port) }
            try await node.run()
        } catch {
            try await installation.close()
            throw error
        }
        try await installation.close()
        withExtendedLifetime(lock) {}
    }

    /// On SQLite one `serve` owns the data folder; on PostgreSQL any number of nodes work together.
    private func takeLock() throws -> DataFolderLock? {
        switch settings.database {
        case .postgres: return nil
        case .embedded:
            try Installation.makeFolder(settings.data)
            return try DataFolderLock(folder: settings.data)
        }
    }
}
