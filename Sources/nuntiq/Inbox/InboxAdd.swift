import ArgumentParser
import NuntiqCore

/// `nuntiq inbox add`.
struct InboxAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an inbox to a tenant.",
        discussion: "Example: nuntiq inbox add acme ap-nl@acme.nuntiq-receiving.com --external-identifier ACME-NL"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Address of the inbox.") var address: String
    @Flag(name: .customLong("default"), help: "Make it the inbox of invoices that name no other.") var isDefault = false
    @Option(
        name: .customLong("external-identifier"),
        help: ArgumentHelp("Another name by which senders may mean it; may be repeated.", valueName: "id"))
    var identifiers: [String] = []
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let wanted = NewInbox(address: address, isDefault: isDefault, externalIdentifiers: identifiers)
        let inbox = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            return try await accounts.inboxes.add(wanted, to: tenant.id, by: .console)
        }
        output.report(inbox.json) { "Added inbox \(inbox.address)\(inbox.isDefault ? ", the default" : "")." }
    }
}
