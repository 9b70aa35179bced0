import ArgumentParser
import Logging
import NuntiqServer
import UnixSignals

/// `nuntiq serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the HTTP server, with a worker inside; brings the schema up to date first.",
        discussion: """
            Example: nuntiq serve --port 8080 --data ./data
            Example: NUNTIQ_ENV=development nuntiq serve --demo
            """
    )
    @Flag(help: "Make a tenant acme with believable data, once; development only.") var demo = false
    @Flag(name: .customLong("no-worker"), help: "Only answer requests; other nodes work off what is due.")
    var noWorker = false
    @OptionGroup var serving: ServingOptions
    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let settings = try installation.settings(serving.flags)
        if demo { try settings.allowDemo() }
        let lock = try settings.lockDataFolder()
        try await OpenNode.run(settings, hasWorker: !noWorker) { app in
            let access = try await access(app, settings)
            return Node(app, stoppingAt: [.sigterm, .sigint]) { port in
                app.logger.info("listening", metadata: ["host": "\(settings.host)", "port": "\(port)"])
                guard settings.mode == .development else { return await tellFirstLink(app) }
                Output.say(Welcome(settings, port: port, access: access).text(emphasise: Paint.onOutput.bold))
            }
        }
        withExtendedLifetime(lock) {}
    }

    /// The way in, until somebody went it.
    private func tellFirstLink(_ app: App) async {
        do {
            guard let link = try await FirstOperator(app).link() else { return }
            Output.say("First operator, sign in once within 7 days: \(link)")
        } catch {
            app.logger.error("cannot make the first operator's link", metadata: ["error": "\(error)"])
        }
    }

    private func access(_ app: App, _ settings: Settings) async throws -> DemoAccess? {
        guard settings.mode == .development else { return nil }
        guard demo else { return try DemoAccess.read(from: settings.data) }
        return try await DemoSeed(app, folder: settings.data, receivingDomain: settings.receivingDomain).run()
    }
}
