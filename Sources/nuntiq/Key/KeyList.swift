import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq key list`.
struct KeyList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the keys of a partner account, revoked ones too.",
        discussion: "Example: nuntiq key list acme Globex"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name or id of the partner account.") var partner: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let keys = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            let partner = try await accounts.partners.find(partner, in: tenant.id)
            return try await accounts.keys.list(of: partner.id, in: tenant.id)
        }
        output.report(.array(keys.map { .object($0.wire) })) {
            Table(
                headings: ["ID", "LABEL", "KEY", "CREATED", "EXPIRES", "LAST USED", "REVOKED"],
                rows: keys.map(\.row),
                none: "No keys; nuntiq key issue makes one."
            ).text()
        }
    }
}

extension PartnerKey {
    fileprivate var row: [String] {
        [
            id.description, label, "\(prefix)…\(last4)", timeText(createdAt),
            expiresAt == nil ? "never" : timeText(expiresAt), timeText(lastUsedAt), timeText(revokedAt),
        ]
    }
}
