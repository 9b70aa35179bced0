import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq user list`.
struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the users of a tenant.",
        discussion: "Example: nuntiq user list acme --json"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let users = try await installation.withAccounts { accounts in
            try await accounts.users.list(accounts.tenants.find(tenant).id, limit: 10_000)
        }
        output.report(.array(users.map { $0.json() })) {
            Table(
                headings: ["ID", "EMAIL", "NAME", "ROLE", "ACTIVE", "LAST SIGN-IN"],
                rows: users.map {
                    [
                        String($0.id), $0.email, $0.name, $0.role.rawValue, $0.isActive ? "yes" : "no",
                        timeText($0.lastLoginAt),
                    ]
                },
                none: "No users; nuntiq user create makes one."
            ).text()
        }
    }
}
