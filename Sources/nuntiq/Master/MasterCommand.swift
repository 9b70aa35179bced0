import ArgumentParser

/// `nuntiq master`.
struct MasterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "master",
        abstract: "Import a tenant's master data, and name its own tables.",
        discussion: "Example: nuntiq master import acme supplier suppliers.csv --dry-run",
        subcommands: [MasterImportCommand.self, MasterTable.self]
    )
}
