public import Logging
public import NuntiqCore
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
    public let authentication: Authentication
    /// The claim flow.
    public let integration: Integration
    /// What is measured.
    public let metrics: PrometheusMetrics
    /// Where the node says what it does.
    public let logger: Logger
    /// Routes beside those of the product, as benches and tests measure against.
    public var moreRoutes: [Route] = []

    /// Puts a node together from its parts.
    public init(
        configuration: ServerConfiguration, database: any Database, environment: RuntimeEnvironment, secrets: Secrets,
        metrics: PrometheusMetrics = PrometheusMetrics(), logger: Logger
    ) {
        self.configuration = configuration
        self.database = database
        self.environment = environment
        self.metrics = metrics
        self.logger = logger
        integration = Integration(database: database, environment: environment, secrets: secrets)
        authentication = Authentication(
            database: database, environment: environment, secrets: secrets, portal: configuration.portal)
    }

    /// Every route of the node and of both APIs, surface by surface.
    public var routes: [Route] {
        HealthRoutes(app: self).routes + customerRoutes + moreRoutes
    }

    /// What a tenant's host has beside them.
    public var portalRoutes: [Route] {
        []
    }
}
