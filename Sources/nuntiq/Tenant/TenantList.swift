import ArgumentParser
import NuntiqCore
import NuntiqModel

/// `nuntiq tenant list`.
struct TenantList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tenants.",
        discussion: "Example: nuntiq tenant list --json"
    )
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let tenants = try await installation.withAccounts { try await $0.tenants.list() }
        output.report(.array(tenants.map(\.json))) {
            Table(
                headings: ["SUBDOMAIN", "NAME", "CUSTOMER NUMBER", "TIME ZONE", "COUNTRY", "ID"],
                rows: tenants.map {
                    [$0.subdomain, $0.name, $0.customerNumber, $0.timezone, $0.country, String($0.id.rawValue)]
                },
                none: "No tenants yet; nuntiq tenant create makes one."
            ).text()
        }
    }
}

extension Tenant {
    var json: JSONValue {
        [
            "id": .number(JSONNumber(id.rawValue)), "subdomain": .string(subdomain), "name": .string(name),
            "customer_number": .string(customerNumber), "timezone": .string(timezone), "country": .string(country),
            "created_at": createdAt.json,
        ]
    }
}
