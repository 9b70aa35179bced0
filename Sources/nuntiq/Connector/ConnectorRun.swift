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

            A project in Swift is built first; its keys are those of its Program.

            Example: nuntiq connector run push_invoices
            Example: nuntiq connector run push_invoices --against https://api.example.com/api
            Example: nuntiq connector run push_invoices --dry-run
            Example: nuntiq connector run push_invoices --record run.jsonl
            """
    )
    @Argument(help: "Its key: in Python the file in connectors/ without .py.") var key: String?
    @Option(help: ArgumentHelp("API of a server; its key is NUNTIQ_API_KEY.", valueName: "url")) var against: String?
    @Flag(help: "Send no write to anyone, and show the postings that would be made, field by field.") var dryRun = false
    @Option(help: ArgumentHelp("Write what the run asks and is answered to a file.", valueName: "file"))
    var record: String?
    @Option(help: ArgumentHelp("Run on such a file: no network, no server.", valueName: "file")) var replay: String?
    @Option(help: ArgumentHelp("Folder of the project.", valueName: "folder")) var project = "."
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [dryRun, record != nil, replay != nil].filter({ $0 }).count <= 1 else {
            throw ValidationError("One of --dry-run, --record and --replay is possible.")
        }
    }

    func run() async throws {
        let project = try connectorProject(in: project)
        guard let key else { return try await end(with: project.menu()) }
        try project.require(key)
        if let replay { return try await end(with: project.replay(replay, asJSON: output.asJSON)) }
        try await project.prepare()
        try await end(with: status(of: key, in: project))
    }

    private var way: [String] {
        (dryRun ? ["--dry-run"] : []) + (record.map { ["--record", ConnectorProject.absolute($0)] } ?? [])
            + (output.asJSON ? ["--json"] : [])
    }

    private func status(of key: String, in project: any RunnableProject) async throws -> Int32 {
        guard let against else {
            return try await withThrowawayNode { access in
                output.note("A Nuntiq for this run is at \(access.apiURL).")
                try await project.seed(access)
                return try await project.run(key, access, way)
            }
        }
        guard let apiKey = ProcessInfo.processInfo.environment["NUNTIQ_API_KEY"], !apiKey.isEmpty else {
            throw ConnectorToolError.keyMissing
        }
        let access = ConnectorAccess(apiURL: against, apiKey: apiKey, customerNumber: nil)
        return try await project.run(key, access, way)
    }

    private func end(with status: Int32) throws {
        if status != 0 { throw ExitCode(status) }
    }
}
