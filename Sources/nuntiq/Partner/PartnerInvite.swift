import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq partner invite`.
struct PartnerInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Mail a partner account's notification addresses their API access invitation.",
        discussion: "Example: nuntiq partner invite acme Globex"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name or id of the partner account.") var partner: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let invitation = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            let partner = try await accounts.partners.find(partner, in: tenant.id)
            return try await accounts.supplierAccess.invite(partner.id, in: tenant.id, by: .console)
        }
        output.report(invitation.json) {
            "Invited \(invitation.partner.emails.joined(separator: ", ")); the links work for 15 minutes."
        }
    }
}

extension Invitation {
    fileprivate var json: JSONValue {
        [
            "partner": .number(JSONNumber(partner.id)), "name": .string(partner.name),
            "addresses": .array(partner.emails.map(JSONValue.string)), "expires_at": until.json,
        ]
    }
}
