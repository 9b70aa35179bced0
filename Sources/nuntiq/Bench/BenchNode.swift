import Foundation
import Logging
import NIOPosix
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// A node of its own for one run: a tenant, a partner's key, an API user, no worker, no rate limit.
struct BenchNode: Sendable {
    let app: App
    let accounts: Accounts
    let port: Int
    let partner: IssuedKey
    let user: IssuedApiUser
}

extension BenchNode {
    /// The same node with another tenant.
    func tenant(_ subdomain: String) async throws -> BenchNode {
        try await BenchNode(app, accounts, port: port, tenant: subdomain)
    }

    /// Puts what has happened into its order, as the worker of a serving node does all the time.
    func sequence() async throws {
        let silent = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        try await Sequencer(database: app.database, logger: silent).sequence()
    }

    /// Makes a tenant with a partner's key and an API user.
    fileprivate init(_ app: App, _ accounts: Accounts, port: Int, tenant subdomain: String) async throws {
        let tenant = try await accounts.tenants.create(
            NewTenant(subdomain: subdomain, name: subdomain), by: .console)
        let partner = try await accounts.partners.create(
            NewPartner(name: "Load", emails: []), in: tenant.id, by: .console)
        let key = try await accounts.keys.issue("bench", for: partner.id, in: tenant.id, by: .console)
        let user = try await accounts.apiUsers.create(
            "erp", permissions: Set(Permission.allCases), in: tenant.id, by: .console)
        self.init(app: app, accounts: accounts, port: port, partner: key, user: user)
    }
}

/// Runs `body` with a node on a throw-away folder, or on an empty PostgreSQL database.
func withBenchNode<Value: Sendable>(
    databaseURL: String?, _ body: @escaping @Sendable (BenchNode) async throws -> Value
) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nuntiq-bench-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }  // what is left of a bench is in the way of nobody
    let flags: [SettingName: String] = [.data: folder, .databaseURL: databaseURL, .mode: "production"]
        .compactMapValues(\.self)
    let settings = try Settings(SettingsSources(flags: flags, environment: [:], configFile: nil, read: { _ in nil }))
    let installation = try await Installation.open(settings)
    do {
        let accounts = Accounts(settings: settings, installation: installation)
        let value = try await run(accounts, folder: folder, body)
        try await installation.close()
        return value
    } catch {
        try? await installation.close()  // the first error is the one to tell
        throw error
    }
}

private func run<Value: Sendable>(
    _ accounts: Accounts, folder: String, _ body: @escaping @Sendable (BenchNode) async throws -> Value
) async throws -> Value {
    var configuration = ServerConfiguration()
    configuration.port = 0
    configuration.hasWorker = false
    configuration.rateLimit = .off
    configuration.portal = PortalAddress(scheme: "http", domain: "localhost")
    var app = App(
        accounts.installation, configuration: configuration, metrics: PrometheusMetrics(),
        logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
    let writer = NIOThreadPool(numberOfThreads: 1)
    writer.start()
    app.moreRoutes = [
        ParsingPeer.route, StoringPeer.route(folder: folder), CommittingPeer.route(folder: folder, writer: writer),
    ]
    let value = try await withRunningNode(app) { [app] port in
        try await body(BenchNode(app, accounts, port: port, tenant: "bench"))
    }
    try await writer.shutdownGracefully()
    return value
}
