import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq operator create`.
struct OperatorCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract:
            "Make an operator, or a fresh link for one; prints where the password is set, once, within seven days.",
        discussion: "Example: nuntiq operator create otto@example.com --json"
    )
    @Argument(help: "Email address, which is also the login account.") var email: String
    @Option(name: .customLong("first-name"), help: "Given name.") var firstName = ""
    @Option(name: .customLong("last-name"), help: "Family name.") var lastName = ""
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let wanted = NewUser(email: email, firstName: firstName, lastName: lastName, role: .operator)
        let (invited, link) = try await installation.withAccounts { accounts in
            let home = Tenant.installation.id
            let invited: InvitedUser
            do {
                invited = try await accounts.users.create(wanted, in: home, by: .console, link: .handedOver)
            } catch UserError.emailTaken {
                let known = try await accounts.users.find(email, in: home)
                invited = try await accounts.users.link(known.id, in: home, by: .console)
            }
            let api = accounts.settings.api
            let path = "\(PortalAddress.passwordPath)?token=\(invited.token ?? "")"
            return (invited, "\(api.scheme)://\(api.authority)\(path)")
        }
        output.report(invited.user.json(link: link)) { link }
    }
}
