import ArgumentParser

/// `nuntiq maintenance`.
struct MaintenanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maintenance", abstract: "Do the daily tasks now.",
        discussion: "Example: nuntiq maintenance run", subcommands: [MaintenanceRun.self])
}
