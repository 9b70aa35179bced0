import ArgumentParser

/// `nuntiq tenant`.
struct TenantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant",
        abstract: "Make and list tenants, the companies that receive invoices.",
        discussion: "Example: nuntiq tenant list",
        subcommands: [TenantCreate.self, TenantList.self]
    )
}
