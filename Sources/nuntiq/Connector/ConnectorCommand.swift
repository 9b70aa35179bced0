import ArgumentParser

/// `nuntiq connector`.
struct ConnectorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connector",
        abstract: "Begin a connector, and try it on a Nuntiq of its own.",
        discussion: "Example: nuntiq connector new my-erp --template push",
        subcommands: [ConnectorNew.self, ConnectorRun.self, ConnectorReplay.self, ConnectorTest.self]
    )
}
