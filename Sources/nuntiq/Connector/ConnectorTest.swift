import ArgumentParser

/// `nuntiq connector test`.
struct ConnectorTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Hold a connector against what goes wrong: on its way, in Nuntiq, in the ERP.",
        discussion: """
            A real Nuntiq starts on an empty database, with a proxy before it and an ERP beside it that fail in more
            than twenty ways, one after another. Each that the connector does not stand is told with what to do.
            Addresses in its configuration are replaced by that of the ERP in the box. Connectors in Swift are built
            first, and held against the same; the suite itself needs python3.

            Example: nuntiq connector test push_invoices
            Example: nuntiq connector test push_invoices --only killed-at-each-step --json
            Example: nuntiq connector test --list
            """
    )
    @Argument(help: "Its key: the file in connectors/ without .py, or its entrypoint in Swift.") var key: String?
    @Option(help: "What it does: push, export, pull or poll; else it is found out.") var kind: String?
    @Option(help: ArgumentHelp("One scenario alone; may be given again.", valueName: "scenario")) var only: [String] =
        []
    @Flag(help: "List the scenarios.") var list = false
    @Option(help: ArgumentHelp("Folder of the project.", valueName: "folder")) var project = "."
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard key != nil || list else { throw ValidationError("Name a connector, or --list.") }
    }

    func run() async throws {
        let project = try connectorProject(in: project)
        if let key { try project.require(key) }
        let status = try await project.test(key, options)
        if status != 0 { throw ExitCode(status) }
    }

    private var options: [String] {
        (kind.map { ["--kind", $0] } ?? []) + only.flatMap { ["--only", $0] } + (list ? ["--list"] : [])
            + (output.asJSON ? ["--json"] : [])
    }
}
