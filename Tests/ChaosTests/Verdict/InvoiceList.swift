import NuntiqModel
import NuntiqTesting

/// The list of invoices, walked to its end.
enum InvoiceList {
    /// Every invoice there is: number, token and status.
    static func all(by caller: ChaosCaller) async throws -> [Verdict.Invoice] {
        var found: [Verdict.Invoice] = []
        var cursor: String? = ""
        while let from = cursor {
            let page = try await caller.ask { try await $0.get("/api/v1/invoices?limit=500&cursor=\(from)") }
            for item in page["items"]?.array ?? [] {
                found.append(
                    Verdict.Invoice(
                        number: try item.text("invoice_number"), token: try item.text("invoice_token"),
                        status: item["status"]?.number?.int ?? 0))
            }
            cursor = page["next_cursor"]?.string
        }
        return found
    }
}
