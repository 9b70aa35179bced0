import ArgumentParser

/// `nuntiq connector`.
struct ConnectorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connector",
        abstract: "Begin a connector, try it on a Nuntiq of its own, and let the server run it.",
        discussion: "Example: nuntiq connector new my-erp --template push",
        subcommands: [
            ConnectorNew.self, ConnectorRun.self, ConnectorReplay.self, ConnectorTest.self, ConnectorAdd.self,
            ConnectorList.self, ConnectorScheduleCommand.self, ConnectorLogs.self, ConnectorStart.self,
            ConnectorStop.self, ConnectorEnable.self, ConnectorDisable.self, ConnectorRecord.self, ConnectorRemove.self,
        ]
    )
}
