import ArgumentParser
import NuntiqServer
import UnixSignals

/// `nuntiq worker`.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Run a node that only works off what is due (PostgreSQL).",
        discussion: "Example: nuntiq worker --database-url postgres://nuntiq@db.example/nuntiq"
    )
    @OptionGroup var serving: ServingOptions
    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let settings = try installation.settings(serving.flags)
        try settings.allowWorker()
        try await OpenNode.run(settings) { app in Node.worker(app, stoppingAt: [.sigterm, .sigint]) }
    }
}
