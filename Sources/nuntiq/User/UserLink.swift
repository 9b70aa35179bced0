import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq user link`.
struct UserLink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Print a fresh one-time link by which a user sets a password; the one before ends.",
        discussion: "Example: nuntiq user link acme anna@acme.example"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Email address, login account or id of the user.") var user: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (invited, link) = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            let known = try await accounts.users.find(user, in: tenant.id)
            let invited = try await accounts.users.link(known.id, in: tenant.id, by: .console)
            return (invited, invited.link(accounts.portal, tenant))
        }
        output.report(invited.user.json(link: link)) { link }
    }
}
