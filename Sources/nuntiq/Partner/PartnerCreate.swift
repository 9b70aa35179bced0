import ArgumentParser
import NuntiqCore

/// `nuntiq partner create`.
struct PartnerCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a partner account.",
        discussion: "Example: nuntiq partner create acme \"Globex\" --notify it@globex.example --supplier S-001"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name of the partner account.") var name: String
    @Option(help: ArgumentHelp("Address that hears of its keys; may be repeated.", valueName: "email"))
    var notify: [String] = []
    @Option(
        name: .customLong("supplier"),
        help: ArgumentHelp("Supplier number it may submit for, instead of any; may be repeated.", valueName: "number"))
    var suppliers: [String] = []
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let wanted = NewPartner(name: name, emails: notify, suppliers: suppliers)
        let partner = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            return try await accounts.partners.create(wanted, in: tenant.id, by: .console)
        }
        output.report(partner.json) { "Made partner account \(partner.name) (\(partner.id))." }
    }
}
