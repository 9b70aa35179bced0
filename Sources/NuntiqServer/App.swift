public import Logging
public import NuntiqCore
import NuntiqMail
public import NuntiqStore

/// Everything that a node is made of, put together once at its start.
///
/// A feature adds its use case here, its rows to ``routes`` and what it does later to ``Background``; nothing else
/// knows how things are built.
public struct App: Sendable {
    /// What the node was told from outside.
    public let configuration: ServerConfiguration
    /// Rows, files, secrets, time.
    public let installation: Installation
    /// What is measured.
    public let metrics: PrometheusMetrics
    /// Where the node says what it does.
    public let logger: Logger

    /// Who calls, by key.
    public let authentication: Authentication
    /// From claim to result.
    public let integration: Integration
    /// Invoices from suppliers' systems.
    public let submissions: Submissions
    /// The keys of partner accounts.
    public let keys: Keys
    /// How suppliers get in by themselves.
    public let supplierAccess: SupplierAccess
    /// Which mail recipients want.
    public let emailPreferences: EmailPreferences
    /// Runs of connectors.
    public let jobs: ConnectorJobs
    /// Users as the customer's own systems send them.
    public let userUpload: UserUpload

    /// What runs connectors here; `nil` where this node runs none.
    private(set) var runner: ConnectorRunner?

    /// What routes and pages of supplier access share: its limits count over both.
    let accessDesk: AccessDesk
    /// What all pages share.
    let pages: Pages

    /// What waits for people.
    public let workList: WorkList

    /// Who may sign in.
    public let users: Users
    /// What they are in.
    public let groups: Groups
    /// How they sign in.
    public let signIn: SignIn
    /// Who is signed in.
    public let sessions: Sessions
    /// How passwords are set.
    public let passwords: Passwords
    /// What is done about forgotten ones.
    public let passwordReset: PasswordReset

    /// Routes beside those of the product, as benches and tests measure against.
    public var moreRoutes: [Route] = []
    /// Where handlers note what they read of requests, for the test of their descriptions.
    public var readLog: ReadLog?

    /// Puts a node together from its parts.
    public init(
        _ installation: Installation, configuration: ServerConfiguration, metrics: PrometheusMetrics, logger: Logger
    ) {
        self.installation = installation
        self.configuration = configuration
        self.metrics = metrics
        self.logger = logger
        let (database, environment) = (installation.database, installation.environment)
        let secrets = installation.secrets
        authentication = Authentication(
            database: database, environment: environment, secrets: secrets, portal: configuration.portal)
        integration = Integration(database: database, environment: environment, secrets: secrets)
        keys = Keys(database: database, environment: environment, secrets: secrets)
        supplierAccess = SupplierAccess(database: database, environment: environment, secrets: secrets)
        accessDesk = AccessDesk(supplierAccess, authentication, installation, configuration.rateLimit)
        pages = Pages(configuration, secrets: secrets, environment: environment)
        let hasher = PasswordHasher(environment: environment, cost: configuration.passwordCost)
        users = Users(database: database, environment: environment, secrets: secrets)
        groups = Groups(database: database)
        signIn = SignIn(database: database, environment: environment, secrets: secrets, hasher: hasher)
        sessions = Sessions(database: database, environment: environment, secrets: secrets)
        passwords = Passwords(database: database, environment: environment, secrets: secrets, hasher: hasher)
        passwordReset = PasswordReset(database: database, environment: environment, secrets: secrets)
        emailPreferences = EmailPreferences(database: database, secrets: secrets)
        userUpload = UserUpload(database: database, hasher: hasher)
        workList = WorkList(database: database)
        jobs = ConnectorJobs(database: database, environment: environment, secrets: secrets)
        submissions = Submissions(database: database, environment: environment, blobs: installation.blobs)
        runner = nil
        runner = configuration.runner.map { ConnectorRunner($0, self) }
    }

    /// The rows of the installation.
    public var database: any Database { installation.database }
    /// Time and chance.
    public var environment: RuntimeEnvironment { installation.environment }

    /// Every route of the node and of both APIs, surface by surface.
    public var routes: [Route] { productRoutes + moreRoutes }

    /// Every route that the product has.
    public var productRoutes: [Route] {
        HealthRoutes(app: self).routes
            + MetricsRoutes(metrics: metrics).routes
            + partnerRoutes
            + accessRoutes
            + customerRoutes
            + DocumentRoutes(app: self).routes
            + DocsRoutes(app: self).routes
            + SiteRoutes(folder: configuration.assets).routes
            + DevMailRoutes(app: self).routes
            + doorRoutes
    }

    /// Where mail comes from and who takes it.
    public var mail: MailSettings {
        MailSettings(
            sender: configuration.mailSender ?? configuration.portal.sender, portal: configuration.portal,
            exit: configuration.mailExit)
    }

    /// Works off what is due, for commands and tests; a ``Node`` has one of its own.
    public var worker: Worker { Background(app: self).worker }
}
