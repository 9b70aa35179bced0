import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq api-user create`.
struct ApiUserCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make an API user; its key is shown once.",
        discussion: """
            Example: nuntiq api-user create acme erp --permissions READ_DOCS,INTEGRATE_INVOICES

            Permissions: \(Permission.allCases.map(\.rawValue).joined(separator: ", ")).
            """
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name of the API user.") var name: String
    @Option(
        help: ArgumentHelp("What it may do, names with commas between.", valueName: "permissions"),
        transform: permissionSet)
    var permissions: Set<Permission>
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let issued = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            return try await accounts.apiUsers.create(name, permissions: permissions, in: tenant.id, by: .console)
        }
        output.report(issued.json) {
            """
            api_key      \(issued.apiKey)
            permissions  \(issued.user.permissionNames.joined(separator: ", "))
            id           \(issued.user.id)
            """
        }
        output.note("Keep the key now: it is not shown again.")
    }
}

/// Permissions as an argument: names in any case with commas between.
func permissionSet(_ text: String) throws -> Set<Permission> {
    let names = text.split(separator: ",").map { $0.trimmingPrefix(" ").uppercased() }
    return Set(
        try names.map { name in
            if let permission = Permission(rawValue: name) { return permission }
            let known = nearest(to: name, among: Permission.allCases.map(\.rawValue))
            throw ValidationError("\"\(name)\" is no permission\(known.map { "; did you mean \($0)?" } ?? ".")")
        })
}

extension IssuedApiUser {
    var json: JSONValue {
        [
            "id": .number(JSONNumber(user.id)), "name": .string(user.name), "api_key": .string(apiKey),
            "permissions": .array(user.permissionNames.map(JSONValue.string)), "prefix": .string(user.prefix),
            "last_4": .string(user.last4), "created_at": user.createdAt.json,
        ]
    }
}
