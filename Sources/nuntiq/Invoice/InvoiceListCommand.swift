import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq invoice list`.
struct InvoiceListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the invoices of a tenant, newest first.",
        discussion: "Example: nuntiq invoice list acme --state PendingIntegration --limit 20"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Option(
        help: ArgumentHelp("Only this status group, such as PendingIntegration or Review.", valueName: "group"),
        transform: statusGroup)
    var state: StatusGroup?
    @Option(help: ArgumentHelp("How many, 1 to 1000.", valueName: "number")) var limit = 50
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard Invoices.listLimits.contains(limit) else {
            throw ValidationError("--limit is \(limit), allowed is 1 to 1000.")
        }
    }

    func run() async throws {
        var filter = InvoiceFilter()
        filter.statuses = state.map { Set($0.statuses) }
        let list = try await installation.withAccounts { [filter] accounts in
            let tenant = try await accounts.tenants.find(tenant)
            return try await accounts.invoices.list(filter, .page(1), limit: limit, for: .console(tenant.id))
        }
        output.report(.array(list.items.map(\.json))) {
            Table(
                headings: ["NUMBER", "SUPPLIER", "AMOUNT", "STATUS", "RECEIVED", "TOKEN"], rows: list.items.map(\.row),
                none: "No invoices."
            ).text()
        }
        output.note("\(list.items.count) of \(list.count).")
    }
}

/// A status group as an argument, in any case.
func statusGroup(_ text: String) throws -> StatusGroup {
    let all = StatusGroup.allCases
    if let group = all.first(where: { $0.rawValue.lowercased() == text.lowercased() }) { return group }
    let known = nearest(to: text, among: all.map(\.rawValue))
    throw ValidationError("\"\(text)\" is no status group\(known.map { "; did you mean \($0)?" } ?? ".")")
}

extension InvoiceSummary {
    fileprivate var row: [String] {
        [
            number, supplierNumber, "\(grossAmount) \(currencyCode)", "\(status.rawValue) \(status.label)",
            timeText(createdAt), token.description,
        ]
    }
}
