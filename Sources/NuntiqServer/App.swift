public import Logging
public import NuntiqStore

/// Everything that a node is made of, put together once at its start.
///
/// A feature adds its use case here and its rows to ``routes``; nothing else knows how things are built.
public struct App: Sendable {
    /// What the node was told from outside.
    public let configuration: ServerConfiguration
    /// The rows of the installation.
    public let database: any Database
    /// Time and chance.
    public let environment: RuntimeEnvironment
    /// Who calls, by key.
    public let authentication: any KeyAuthentication
    /// Where the node says what it does.
    public let logger: Logger

    /// Puts a node together from its parts.
    public init(
        configuration: ServerConfiguration, database: any Database, environment: RuntimeEnvironment,
        authentication: any KeyAuthentication, logger: Logger
    ) {
        self.configuration = configuration
        self.database = database
        self.environment = environment
        self.authentication = authentication
        self.logger = logger
    }

    /// Every route, surface by surface.
    public var routes: [Route] {
        HealthRoutes(app: self).routes
    }

    /// The HTTP side; `onRunning` is told the port once it listens.
    public func server(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) -> Server {
        let responder = Responder(
            routes: RouteTable(routes, apiRoot: configuration.apiRoot),
            gates: Gates(authentication: authentication),
            random: environment.random,
            logger: logger
        )
        return Server(configuration: configuration, responder: responder, logger: logger, onRunning: onRunning)
    }
}
