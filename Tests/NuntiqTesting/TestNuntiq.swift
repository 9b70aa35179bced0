public import Logging
public import NuntiqCore
import NuntiqModel
public import NuntiqServer
public import NuntiqStore

/// A whole Nuntiq for one test: a fresh database, a listening node, a tenant with a partner's key and an API user.
public struct TestNuntiq: Sendable {
    /// The use cases.
    public let app: App
    /// The time of every transaction, turned by hand.
    public let clock: TestClock
    /// The tenant `acme`.
    public let tenant: Tenant
    /// The supplier `Globex`.
    public let partner: Partner
    /// Its key.
    public let key: IssuedKey
    /// A user of the customer API with every permission.
    public let user: IssuedApiUser
    /// A run of a connector with every permission that a run may have, where the test asked for one.
    public let job: OpenedJob?
    /// The port of the node.
    public let port: Int
    let node: Node

    /// The node's API, called with the partner's key.
    public var partnerAPI: TestClient { TestClient(port: port, key: key.apiKey) }
    /// The node's API, called with the API user's key.
    public var customerAPI: TestClient { TestClient(port: port, key: user.apiKey) }
    /// The node's API, called by the run of a connector.
    public var jobAPI: TestClient { stranger.showing(job: job?.token ?? "", of: tenant.customerNumber) }
    /// The node, called without a key.
    public var stranger: TestClient { TestClient(port: port, key: nil) }

    /// Works off everything that is due now, and what that makes due; nothing else does so in a test.
    public func work() async throws {
        try await app.worker.runDue()
    }

    /// Makes another API user.
    public func user(_ name: String, _ permissions: Set<Permission>) async throws -> IssuedApiUser {
        try await ApiUsers(database: app.database, environment: app.environment, secrets: app.installation.secrets)
            .create(name, permissions: permissions, in: tenant.id, by: .console)
    }

    /// Asks the node to stop gracefully, as SIGTERM does.
    public func stop() async {
        await node.stop()
    }
}

/// Runs `body` with a whole Nuntiq on a fresh database; see ``TestNuntiq``.
///
/// `hasJob` opens a run of a connector; `configure` changes what the node is told; `routes` are added; `readLog` is
/// told what handlers read.
public func withNuntiq(
    on kind: TestDatabase, clock: TestClock = TestClock(), routes: [Route] = [], logger: Logger? = nil,
    readLog: ReadLog? = nil, hasJob: Bool = false, configure: @Sendable (inout ServerConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (TestNuntiq) async throws -> Void
) async throws {
    try await withDatabaseLocation(on: kind) { location in
        try await withNuntiq(
            at: location, clock: clock, routes: routes, logger: logger, readLog: readLog, hasJob: hasJob,
            configure: configure, body)
    }
}

/// Runs `body` with a whole Nuntiq on a database that may lack its schema, but has no tenant yet.
public func withNuntiq(
    at location: DatabaseLocation, clock: TestClock = TestClock(), routes: [Route] = [], logger: Logger? = nil,
    readLog: ReadLog? = nil, hasJob: Bool = false, configure: @Sendable (inout ServerConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (TestNuntiq) async throws -> Void
) async throws {
    var configuration = ServerConfiguration()
    configuration.port = 0
    configuration.hasWorker = false
    configuration.passwordCost = PasswordHash.Cost(logarithm: 4, lanes: 1)
    configuration.portal = PortalAddress(scheme: "http", domain: "localhost")
    configure(&configuration)
    try await withInstallation(at: location, clock: clock) { [configuration] installation in
        var app = App(
            installation, configuration: configuration, metrics: PrometheusMetrics(), logger: logger ?? silent)
        app.moreRoutes = routes
        app.readLog = readLog
        try await run(app, clock, hasJob: hasJob, body)
    }
}

/// Runs `body` with rows, files and secrets that are closed afterwards.
func withInstallation(
    at location: DatabaseLocation, clock: TestClock, _ body: @escaping @Sendable (Installation) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let blobs = try await FolderBlobStore.open(root: folder, environment: clock.environment)
        try await using(try await location.open(for: clock)) { database in
            try await Migrator(database: database).migrate()
            let secrets = Secrets(masterKey: Array(repeating: 7, count: 32))
            try await body(
                Installation(database: database, blobs: blobs, secrets: secrets, environment: clock.environment))
        }
        try await blobs.close()
    }
}

private let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

private func run(
    _ app: App, _ clock: TestClock, hasJob: Bool, _ body: @escaping @Sendable (TestNuntiq) async throws -> Void
) async throws {
    let cast = try await Cast(app, hasJob: hasJob)
    try await withNode(app) { node, port in
        try await body(
            TestNuntiq(
                app: app, clock: clock, tenant: cast.tenant, partner: cast.partner, key: cast.key, user: cast.user,
                job: cast.job, port: port, node: node))
    }
}

/// Runs `body` with a node that listens, and its port.
private func withNode(_ app: App, _ body: @escaping @Sendable (Node, Int) async throws -> Void) async throws {
    let (ports, portSource) = AsyncStream<Int>.makeStream()
    let node = Node(app) { port in portSource.yield(port) }
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { portSource.finish() }
            try await node.run()
        }
        if let port = await ports.first(where: { _ in true }) {
            do {
                try await body(node, port)
            } catch {
                await node.stop()
                throw error
            }
            await node.stop()
        }
        try await group.waitForAll()
    }
}

extension TestNuntiq {
    /// Runs `body` with this Nuntiq as another node beside this one answers for it, on the same database.
    public func withSecondNode(_ body: @escaping @Sendable (TestNuntiq) async throws -> Void) async throws {
        let second = App(
            app.installation, configuration: app.configuration, metrics: PrometheusMetrics(), logger: app.logger)
        try await withNode(second) { node, port in
            try await body(
                TestNuntiq(
                    app: second, clock: clock, tenant: tenant, partner: partner, key: key, user: user, job: job,
                    port: port, node: node))
        }
    }
}

/// Who is there in every test.
private struct Cast {
    let tenant: Tenant
    let partner: Partner
    let key: IssuedKey
    let user: IssuedApiUser
    let job: OpenedJob?

    init(_ app: App, hasJob: Bool) async throws {
        let (database, environment) = (app.database, app.environment)
        let secrets = app.installation.secrets
        tenant = try await Tenants(
            database: database, environment: environment, receivingDomain: "nuntiq-receiving.com"
        )
        .create(NewTenant(subdomain: "acme", name: "Acme Corp"), by: .console)
        partner = try await Partners(database: database)
            .create(NewPartner(name: "Globex", emails: ["it@globex.example"]), in: tenant.id, by: .console)
        key = try await Keys(database: database, environment: environment, secrets: secrets)
            .issue("production", for: partner.id, in: tenant.id, by: .console)
        user = try await ApiUsers(database: database, environment: environment, secrets: secrets)
            .create("erp", permissions: Set(Permission.allCases), in: tenant.id, by: .console)
        try await app.worker.runDue()  // the mail about the key
        let run = NewJob(connector: "erp-nl", permissions: Set(Permission.allCases))
        job = hasJob ? try await app.jobs.open(run, in: tenant.id, by: .console) : nil
    }
}
