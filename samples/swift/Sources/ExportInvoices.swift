import Foundation
import NuntiqConnector
import NuntiqModel

/// Writes `invoices.csv` in the run's folder.
struct ExportInvoices: Connector {
    static let summary =
        "Writes invoices that are ready to a CSV file with their files beside it, and marks them posted."
    private static let columns = [
        "invoice_number", "supplier_number", "invoice_date", "currency", "gross_amount", "files",
    ]

    func run(_ context: JobContext) async throws -> JobResult {
        let load = InvoiceLoad(context)
        let path = try context.workDirectory.write([], named: "invoices.csv")
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.write(contentsOf: Data((Self.columns.joined(separator: ",") + "\r\n").utf8))
        var count: Int64 = 0
        while true {
            let leases = try await load.claim(limit: 50)
            if leases.isEmpty { break }
            for lease in leases {
                let invoice = try await load.invoice(lease.invoiceToken)
                var names: [String] = []
                for attachment in invoice.attachments {
                    names.append(URL(filePath: try await load.save(attachment)).lastPathComponent)
                }
                try file.write(contentsOf: Data(Self.row(invoice, names).utf8))
                // On disk before it is reported: a crash in between exports it again, and loses nothing.
                try file.synchronize()
                try await load.acknowledge(lease.invoiceToken)
                try await load.succeed(lease.invoiceToken, externalID: "CSV-\(invoice.id)")
                count += 1
            }
        }
        context.logger.info("\(count) invoices are in \(path)", step: "export")
        return ["invoices": .number(JSONNumber(count)), "file": .string(path)]
    }

    private static func row(_ invoice: Invoice, _ files: [String]) -> String {
        let texts = ["invoiceNumber", "supplierNumber", "invoiceDate", "currencyCode"].map { invoice.text($0) ?? "" }
        let gross = invoice.value("grossAmount")?.number?.text ?? ""
        return (texts + [gross, files.joined(separator: " ")]).map(cell).joined(separator: ",") + "\r\n"
    }

    /// A text that no spreadsheet takes for a formula, in quotes.
    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r\n".contains($0) } ?? false
        let isNumber = Double(text) != nil
        return "\"\((isFormula && !isNumber ? "'" : "") + text.replacing("\"", with: "\"\""))\""
    }
}
