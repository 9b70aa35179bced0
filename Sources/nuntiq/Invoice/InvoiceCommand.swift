import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq invoice`.
struct InvoiceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoice",
        abstract: "List and show the invoices of a tenant.",
        discussion: "Example: nuntiq invoice list acme",
        subcommands: [InvoiceListCommand.self, InvoiceShow.self]
    )
}

extension Principal {
    /// The person at the console, who may read everything of a tenant.
    static func console(_ tenant: TenantID) -> Principal {
        Principal(
            id: 0, tenant: tenant, kind: .apiUser, name: Actor.console.name, permissions: Set(Permission.allCases))
    }
}
