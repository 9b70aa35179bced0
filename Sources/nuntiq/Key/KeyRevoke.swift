import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq key revoke`.
struct KeyRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Make a key worthless; its row stays for the audit.",
        discussion: "Example: nuntiq key revoke acme 0197f3a2-5c1e-7d44-9a37-0b8e6f1c2d3e"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Id of the key, a UUID.", transform: token) var key: Token
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let revoked = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            return try await accounts.keys.revoke(key, in: tenant.id, by: .console)
        }
        output.report(.object(revoked.wire)) { "Revoked \(revoked.label); it stops working within a second." }
    }
}

/// A token as an argument.
func token(_ text: String) throws -> Token {
    guard let token = Token(text) else { throw ValidationError("\"\(text)\" is no UUID.") }
    return token
}
