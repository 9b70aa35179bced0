import ArgumentParser
import NuntiqCore

/// `nuntiq partner deactivate`.
struct PartnerDeactivate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate",
        abstract: "Make all keys of a partner account worthless; what it submitted stays.",
        discussion: "Example: nuntiq partner deactivate acme Globex"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name or id of the partner account.") var partner: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let deactivated = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            let partner = try await accounts.partners.find(partner, in: tenant.id)
            return try await accounts.partners.deactivate(partner.id, in: tenant.id, by: .console)
        }
        output.report(deactivated.json) { "Deactivated \(deactivated.name); its keys stop working within a second." }
    }
}
