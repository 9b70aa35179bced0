import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq key issue`.
struct KeyIssue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issue a key; its credentials are shown once.",
        discussion: "Example: nuntiq key issue acme Globex --label erp --expires-days 180"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name or id of the partner account.") var partner: String
    @Option(help: "Name of the key, unique among the account's live keys.") var label: String
    @Option(
        name: .customLong("expires-days"),
        help: ArgumentHelp("Days it lives: 30, 90, 180 or 365; without a choice 90.", valueName: "days"))
    var expiresDays: Int?
    @Flag(help: "Never let it expire.") var never = false
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if never, expiresDays != nil { throw ValidationError("Give --expires-days or --never, not both.") }
        if let expiresDays, !KeyExpiry.intervals.contains(expiresDays) {
            throw ValidationError("--expires-days is \(expiresDays), allowed is 30, 90, 180 or 365.")
        }
    }

    func run() async throws {
        let expiry = never ? KeyExpiry.never : expiresDays.map(KeyExpiry.days) ?? .standard
        let issued = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            let partner = try await accounts.partners.find(partner, in: tenant.id)
            return try await accounts.keys.issue(label, expiry: expiry, for: partner.id, in: tenant.id, by: .console)
        }
        output.report(.object(issued.wire)) {
            """
            api_key          \(issued.apiKey)
            rotation_secret  \(issued.rotationSecret)
            expires          \(issued.key.expiresAt == nil ? "never" : timeText(issued.key.expiresAt))
            id               \(issued.key.id)
            """
        }
        output.note("Keep both now: they are not shown again.")
    }
}
