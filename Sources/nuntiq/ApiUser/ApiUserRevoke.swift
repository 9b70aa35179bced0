import ArgumentParser
import NuntiqCore

/// `nuntiq api-user revoke`.
struct ApiUserRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Make the key of an API user worthless.",
        discussion: "Example: nuntiq api-user revoke acme erp"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name or id of the API user.") var user: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let revoked = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            return try await accounts.apiUsers.revoke(user, in: tenant.id, by: .console)
        }
        output.report(revoked.json) { "Revoked \(revoked.name); its key stops working within a second." }
    }
}
