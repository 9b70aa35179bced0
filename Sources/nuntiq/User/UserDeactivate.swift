import ArgumentParser
import NuntiqCore

/// `nuntiq user deactivate`.
struct UserDeactivate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate",
        abstract: "End a user's access and sessions.",
        discussion: "Example: nuntiq user deactivate acme anna@acme.example"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Email address, login account or id of the user.") var user: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let ended = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant).id
            return try await accounts.users.deactivate(
                accounts.users.find(user, in: tenant).id, in: tenant, by: .console)
        }
        output.report(ended.json()) { "Deactivated \(ended.name); every session has ended." }
    }
}
