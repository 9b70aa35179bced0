import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq invoice show`.
struct InvoiceShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one invoice with its lines and files.",
        discussion: "Example: nuntiq invoice show acme 0197f3a2-5c1e-7d44-9a37-0b8e6f1c2d3e"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Token of the invoice, a UUID.", transform: token) var invoice: Token
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let detail = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant)
            return try await accounts.invoices.detail(invoice, for: .console(tenant.id))
        }
        output.report(detail.json) { detail.text }
    }
}

extension InvoiceDetail {
    /// Status, fields, lines and files, for people.
    fileprivate var text: String {
        [
            "\(state.status.rawValue) \(state.status.label), version \(state.version)",
            Table(headings: ["FIELD", "VALUE", "SOURCE"], rows: headerRows, none: "No fields.").text(),
            Table(headings: ["LINE", "VALUES"], rows: lineRows, none: "No lines.").text(),
            Table(headings: ["FILE", "TYPE", "BYTES"], rows: fileRows, none: "No files.").text(),
        ].joined(separator: "\n\n")
    }

    private var headerRows: [[String]] {
        record.content.header.map { [$0.key, $0.value.shown, $0.source.rawValue] }
    }

    private var lineRows: [[String]] {
        record.content.lines.enumerated().map { index, line in
            [String(index + 1), line.fields.map { "\($0.key)=\($0.value.shown)" }.joined(separator: "  ")]
        }
    }

    private var fileRows: [[String]] {
        attachments.map { [$0.fileName, $0.type, String($0.size)] }
    }
}

extension FieldValue {
    fileprivate var shown: String {
        switch self {
        case .text(let text): text
        case .amount(let amount): amount.description
        case .date(let date): date.description
        case .boolean(let truth): truth ? "yes" : "no"
        }
    }
}
