import ArgumentParser

/// `nuntiq connector replay`.
struct ConnectorReplay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run a connector on what a run of it recorded: no network, no server.",
        discussion: """
            It comes to the same end, or says at which call a changed connector asks something else first.

            Example: nuntiq connector replay run.jsonl
            Example: nuntiq connector replay run.jsonl --json
            """
    )
    @Argument(help: "What nuntiq connector run --record, or a run in production, wrote.") var file: String
    @Option(help: ArgumentHelp("Folder of the project.", valueName: "folder")) var project = "."
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let status = try await ConnectorProject(folder: project).replay(file, asJSON: output.asJSON)
        if status != 0 { throw ExitCode(status) }
    }
}
