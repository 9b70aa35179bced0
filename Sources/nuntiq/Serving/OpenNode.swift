import Metrics
import NuntiqServer

/// Runs a node on an opened installation until it is asked to stop.
enum OpenNode {
    static func run(
        _ settings: Settings, hasWorker: Bool = true, _ node: (App) async throws -> Node
    ) async throws {
        var configuration = ServerConfiguration(settings, hasWorker: hasWorker)
        if hasWorker { configuration.runner = try ConnectorSDK.runner(settings) }
        if configuration.runner != nil { ConnectorGuard.hide() }
        defer { ConnectorSDK.remove(configuration.runner) }
        let installation = try await Installation.open(settings)
        let logger = settings.logger(installation)
        let metrics = PrometheusMetrics()
        MetricsSystem.bootstrap(metrics)
        let app = App(
            installation, configuration: configuration, metrics: metrics,
            logger: logger)
        do {
            try await node(app).run()
            try await installation.close()
        } catch {
            try? await installation.close()  // the first error is the one to tell
            throw ServeError(error, settings) ?? error
        }
    }
}
