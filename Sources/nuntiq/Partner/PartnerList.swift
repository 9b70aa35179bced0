import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq partner list`.
struct PartnerList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the partner accounts of a tenant.",
        discussion: "Example: nuntiq partner list acme --json"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let partners = try await installation.withAccounts { accounts in
            try await accounts.partners.list(accounts.tenants.find(tenant).id)
        }
        output.report(.array(partners.map(\.json))) {
            Table(
                headings: ["ID", "NAME", "ACTIVE", "NOTIFY", "SUPPLIERS"],
                rows: partners.map {
                    [
                        String($0.id), $0.name, $0.isActive ? "yes" : "no", $0.emails.joined(separator: ", "),
                        $0.suppliers.isEmpty ? "any" : $0.suppliers.joined(separator: ", "),
                    ]
                },
                none: "No partner accounts; nuntiq partner create makes one."
            ).text()
        }
    }
}

extension Partner {
    var json: JSONValue {
        [
            "id": .number(JSONNumber(id)), "name": .string(name), "active": .bool(isActive),
            "notify": .array(emails.map(JSONValue.string)), "suppliers": .array(suppliers.map(JSONValue.string)),
            "created_at": createdAt.json,
        ]
    }
}
