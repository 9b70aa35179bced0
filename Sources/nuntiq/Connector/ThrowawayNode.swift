import Foundation
import Logging
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// Runs `body` beside a node of its own on an empty folder, which is gone afterwards.
///
/// The node has a worker, a tenant, and an API user that may do all that connectors do.
func withThrowawayNode<Value: Sendable>(
    _ body: @escaping @Sendable (ConnectorAccess) async throws -> Value
) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nuntiq-connector-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }  // what is left of a run is in the way of nobody
    let flags: [SettingName: String] = [.data: folder, .mode: "development"]
    let settings = try Settings(SettingsSources(flags: flags, environment: [:], configFile: nil, read: { _ in nil }))
    let installation = try await Installation.open(settings)
    do {
        let value = try await run(Accounts(settings: settings, installation: installation), settings, body)
        try await installation.close()
        return value
    } catch {
        try? await installation.close()  // the first error is the one to tell
        throw error
    }
}

private func run<Value: Sendable>(
    _ accounts: Accounts, _ settings: Settings, _ body: @escaping @Sendable (ConnectorAccess) async throws -> Value
) async throws -> Value {
    let tenant = try await accounts.tenants.create(NewTenant(subdomain: "acme", name: "Acme Corp"), by: .console)
    let user = try await accounts.apiUsers.create(
        "connector", permissions: Set(Permission.allCases), in: tenant.id, by: .console)
    var configuration = ServerConfiguration(settings, hasWorker: true)
    configuration.port = 0
    configuration.rateLimit = .off
    let app = App(
        accounts.installation, configuration: configuration, metrics: PrometheusMetrics(),
        logger: Logger(label: "connector") { _ in SwiftLogNoOpLogHandler() })
    return try await withRunningNode(app) { port in
        try await body(
            ConnectorAccess(
                apiURL: "http://127.0.0.1:\(port)/api", apiKey: user.apiKey, customerNumber: tenant.customerNumber))
    }
}
