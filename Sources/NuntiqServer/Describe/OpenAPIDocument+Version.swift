import Foundation
import Logging
import NuntiqStore

extension OpenAPIDocument {
    /// Describes the routes of this version without an installation.
    ///
    /// Routes are bound to the use cases they call, so they are put together on an empty installation, in a folder that
    /// is thrown away.
    public static func ofThisVersion(at api: APIAddress) async throws -> OpenAPIDocument {
        let id = RuntimeEnvironment.live().random(8).map { String($0, radix: 16) }.joined()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nuntiq-openapi-\(id)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }  // what is left of it is in the way of nobody
        let settings = try Settings(
            SettingsSources(
                flags: [.data: folder, .mode: "production"], environment: [:], configFile: nil, read: { _ in nil }))
        let installation = try await Installation.open(settings)
        var configuration = ServerConfiguration()
        configuration.api = api
        let app = App(
            installation, configuration: configuration, metrics: PrometheusMetrics(),
            logger: Logger(label: "openapi") { _ in SwiftLogNoOpLogHandler() })
        let document = app.openAPI
        try await installation.close()
        return document
    }
}
