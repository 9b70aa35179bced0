import ArgumentParser
import Foundation
import NuntiqModel

/// `nuntiq connector run`.
struct ConnectorRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a connector of the project here, on a Nuntiq made for the run or against a server.",
        discussion: """
            Without --against a real Nuntiq starts on an empty database, is filled from fixtures/, and is gone
            afterwards.
            Without a key of a connector a menu is shown.

            Example: nuntiq connector run push_invoices
            Example: nuntiq connector run push_invoices --against https://api.example.com/api
            """
    )
    @Argument(help: "Its key: the file in connectors/ without .py.") var key: String?
    @Option(help: ArgumentHelp("API of a server; its key is NUNTIQ_API_KEY.", valueName: "url")) var against: String?
    @Option(help: ArgumentHelp("Folder of the project.", valueName: "folder")) var project = "."
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let project = try ConnectorProject(folder: project)
        guard let key else { return try await end(with: project.menu()) }
        try project.require(key)
        try await end(with: status(of: key, in: project))
    }

    private func status(of key: String, in project: ConnectorProject) async throws -> Int32 {
        guard let against else {
            return try await withThrowawayNode { access in
                output.note("A Nuntiq for this run is at \(access.apiURL).")
                try await project.seed(access)
                return try await project.run(key, access)
            }
        }
        guard let apiKey = ProcessInfo.processInfo.environment["NUNTIQ_API_KEY"], !apiKey.isEmpty else {
            throw ConnectorToolError.keyMissing
        }
        return try await project.run(key, ConnectorAccess(apiURL: against, apiKey: apiKey, customerNumber: nil))
    }

    private func end(with status: Int32) throws {
        if status != 0 { throw ExitCode(status) }
    }
}
