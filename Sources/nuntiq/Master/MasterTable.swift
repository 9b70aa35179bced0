import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq master table`.
struct MasterTable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Name one of a tenant's twenty tables, or list them.",
        discussion: "Example: nuntiq master table acme 3 cost-centres"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Number of the table, 1 to 20; none lists all.") var number: Int?
    @Argument(help: "Its name.") var name: String?
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let tables = try await installation.withAccounts { accounts in
            let tables = DataTables(database: accounts.installation.database)
            let tenant = try await accounts.tenants.find(tenant).id
            guard let number else { return try await tables.list(tenant) }
            return [try await tables.rename(number, to: name ?? "", in: tenant, by: .console)]
        }
        output.report(.array(tables.map(\.json))) {
            Table(
                headings: ["TABLE", "NAME"], rows: tables.map { [$0.numberName, $0.name ?? ""] }, none: "No tables."
            ).text()
        }
    }
}

extension DataTables.Table {
    fileprivate var json: JSONValue {
        [
            "number": .number(JSONNumber(Int64(number))), "number_name": .string(numberName),
            "name": name.map(JSONValue.string) ?? .null,
        ]
    }
}
