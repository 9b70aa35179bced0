import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq api-user list`.
struct ApiUserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the API users of a tenant, revoked ones too.",
        discussion: "Example: nuntiq api-user list acme"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let users = try await installation.withAccounts { accounts in
            try await accounts.apiUsers.list(accounts.tenants.find(tenant).id)
        }
        output.report(.array(users.map(\.json))) {
            Table(
                headings: ["ID", "NAME", "KEY", "LAST USED", "REVOKED", "PERMISSIONS"],
                rows: users.map(\.row),
                none: "No API users; nuntiq api-user create makes one."
            ).text()
        }
    }
}

extension ApiUser {
    var json: JSONValue {
        [
            "id": .number(JSONNumber(id)), "name": .string(name),
            "permissions": .array(permissionNames.map(JSONValue.string)), "prefix": .string(prefix),
            "last_4": .string(last4), "created_at": createdAt.json, "last_used_at": lastUsedAt.json,
            "revoked_at": revokedAt.json,
        ]
    }

    /// The names on the wire, in the order of the contract.
    var permissionNames: [String] {
        Permission.allCases.filter(permissions.contains).map(\.rawValue)
    }

    fileprivate var row: [String] {
        [
            String(id), name, "\(prefix)…\(last4)", timeText(lastUsedAt), timeText(revokedAt),
            permissionNames.joined(separator: ", "),
        ]
    }
}
