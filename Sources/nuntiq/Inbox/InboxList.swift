import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq inbox list`.
struct InboxList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the inboxes of a tenant.",
        discussion: "Example: nuntiq inbox list acme"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let inboxes = try await installation.withAccounts { accounts in
            try await accounts.inboxes.list(accounts.tenants.find(tenant).id)
        }
        output.report(.array(inboxes.map(\.json))) {
            Table(
                headings: ["ADDRESS", "DEFAULT", "EXTERNAL IDENTIFIERS", "ID"],
                rows: inboxes.map {
                    [
                        $0.address, $0.isDefault ? "yes" : "", $0.externalIdentifiers.joined(separator: ", "),
                        String($0.id),
                    ]
                },
                none: "No inboxes; nuntiq inbox add makes one."
            ).text()
        }
    }
}

extension Inbox {
    var json: JSONValue {
        [
            "id": .number(JSONNumber(id)), "address": .string(address), "default": .bool(isDefault),
            "external_identifiers": .array(externalIdentifiers.map(JSONValue.string)), "created_at": createdAt.json,
        ]
    }
}
