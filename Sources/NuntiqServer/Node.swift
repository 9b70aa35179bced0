import Logging
import NuntiqCore
import ServiceLifecycle
public import UnixSignals

/// A running process: everything that an ``App`` does, as services that start together and stop gracefully.
public struct Node: Sendable {
    /// What it is made of.
    public let app: App
    private let group: ServiceGroup

    /// Puts the services together; `onRunning` is told the port once the node listens.
    ///
    /// `signals` ask for a graceful stop: what runs is finished, for at most ``ServerConfiguration/stopMax``.
    public init(
        _ app: App, stoppingAt signals: [UnixSignal] = [], onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        let server = Server(
            configuration: app.configuration, responder: Responder(app), logger: app.logger, onRunning: onRunning)
        let background = Background(app: app)
        self.init(app, services: background.services + [server] + background.last, stoppingAt: signals)
    }

    /// A node that only works off what is due, and answers no requests.
    public static func worker(_ app: App, stoppingAt signals: [UnixSignal] = []) -> Node {
        let background = Background(app: app)
        return Node(app, services: background.services + background.last, stoppingAt: signals)
    }

    private init(_ app: App, services: [any Service], stoppingAt signals: [UnixSignal]) {
        self.app = app
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: signals, logger: Self.quiet(app.logger))
        configuration.maximumGracefulShutdownDuration = app.configuration.stopMax
        group = ServiceGroup(configuration: configuration)
    }

    /// Runs until a signal or ``stop()``; the database stays open for who opened it.
    public func run() async throws {
        if case .hold = app.mail.exit {
            app.logger.warning("no mail server is configured: mail waits in the outbox (NUNTIQ_SMTP_URL)")
        }
        try await group.run()
        app.logger.info("stopped")
    }

    /// Asks for a graceful stop; ``run()`` returns when it is done.
    public func stop() async {
        await group.triggerGracefulShutdown()
    }

    /// The group tells at `info` what the program tells in its own words.
    private static func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}
