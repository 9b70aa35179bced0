import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq user create`.
struct UserCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a user; prints and mails the link by which it sets its password, once, within seven days.",
        discussion: "Example: nuntiq user create acme anna@acme.example --role admin --first-name Anna"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Email address, which is also the login account.") var email: String
    @Option(help: "viewer, clerk, approver or admin.") var role: TenantRole
    @Option(name: .customLong("first-name"), help: "Given name.") var firstName = ""
    @Option(name: .customLong("last-name"), help: "Family name.") var lastName = ""
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let wanted = NewUser(email: email, firstName: firstName, lastName: lastName, role: role.role)
        let (user, link) = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            let invited = try await accounts.users.create(wanted, in: tenant.id, by: .console)
            return (invited.user, invited.link(accounts.portal, tenant))
        }
        output.report(user.json(link: link)) {
            "Made \(user.name) (\(user.id)). Set the password within 7 days:\n\(link)"
        }
    }
}

/// The roles that a tenant gives, as an argument.
enum TenantRole: String, ExpressibleByArgument, CaseIterable {
    case viewer, clerk, approver, admin

    var role: Role {
        switch self {
        case .viewer: .viewer
        case .clerk: .clerk
        case .approver: .approver
        case .admin: .admin
        }
    }
}

extension InvitedUser {
    /// The address at which the password is set; empty for who signs in elsewhere.
    func link(_ portal: PortalAddress, _ tenant: Tenant) -> String {
        token.map { portal.passwordURL(of: tenant.subdomain, token: $0) } ?? ""
    }
}

extension User {
    func json(link: String? = nil) -> JSONValue {
        .object(
            JSONObject(present: [
                "id": .number(JSONNumber(id)), "email": .string(email), "login_account": .string(loginAccount),
                "first_name": .string(firstName), "last_name": .string(lastName), "role": .string(role.rawValue),
                "groups": .array(groups.map(JSONValue.string)), "is_active": .bool(isActive),
                "last_login_at": lastLoginAt.json, "created_at": createdAt.json,
                "password_link": link.map(JSONValue.string),
            ]))
    }
}
