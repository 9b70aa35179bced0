import ArgumentParser
import NuntiqCore
import NuntiqModel

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
        output.report(.array(keys.map(\.json))) {
            Table(
                headings: ["ID", "LABEL", "KEY", "CREATED", "EXPIRES", "LAST USED", "REVOKED"],
                rows: keys.map(\.row),
                none: "No keys; nuntiq key issue makes one."
            ).text()
        }
    }
}

extension PartnerKey {
    var json: JSONValue {
        [
            "id": id.json, "label": .string(label), "prefix": .string(prefix), "last_4": .string(last4),
            "created_at": createdAt.json, "expires_at": expiresAt.json, "expires_interval_days": intervalJSON,
            "last_used_at": lastUsedAt.json, "revoked_at": revokedAt.json, "grace_until": graceUntil.json,
        ]
    }

    var intervalJSON: JSONValue {
        expiresIntervalDays.map { .number(JSONNumber(Int64($0))) } ?? .null
    }

    fileprivate var row: [String] {
        [
            id.description, label, "\(prefix)…\(last4)", timeText(createdAt),
            expiresAt == nil ? "never" : timeText(expiresAt), timeText(lastUsedAt), timeText(revokedAt),
        ]
    }
}
