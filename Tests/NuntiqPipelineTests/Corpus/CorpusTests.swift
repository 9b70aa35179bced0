import NuntiqModel
import Testing

@testable import NuntiqPipeline

/// Real invoices that are right must pass; what is wrong in the others is known.
@Suite(.enabled(if: !CorpusInvoice.all.isEmpty, "the shared corpora are not here"))
struct CorpusTests {
    @Test(arguments: CorpusInvoice.all) func `a real invoice has no errors but its own`(invoice: CorpusInvoice) throws {
        let draft = InvoiceDraft(
            tenant: TenantID(rawValue: 1), account: 7, template: .standard, content: try invoice.content())
        let knowledge = Validate.Knowledge(
            today: CalendarDate("2026-12-31"), suppliersOfAccount: [], hasSuppliers: true)
        let issues = ValidationRule.builtIn.flatMap { $0.issues(in: InvoiceFacts(draft, knowing: knowledge)) }
        let errors = issues.filter { $0.severity == .error && !Self.isKnown($0, of: invoice) }
        #expect(errors.isEmpty, "\(errors.map { "\($0.rule): \($0.message)" })")
    }

    @Test func `the invented values are found`() throws {
        let doubtful = CorpusInvoice.all.filter { $0.truth["fields"]?["ibanChecksumOk"] == false }
        #expect(!doubtful.isEmpty)
        for invoice in doubtful {
            let text = try #require(invoice.truth["fields"]?["iban"]?.string)
            #expect(throws: IBAN.Fault.self) { try IBAN(text) }
        }
    }

    /// VAT ids and IBANs that the authors invented, and four documents that are wrong by our rules.
    private static func isKnown(_ issue: ValidationIssue, of invoice: CorpusInvoice) -> Bool {
        switch issue.rule {
        case "SUPPLIER_VAT_ID_INVALID", "BUYER_VAT_ID_INVALID": invented.contains { issue.message.contains($0) }
        case "IBAN_INVALID": invoice.truth["fields"]?["ibanChecksumOk"] == false
        default: wrong.contains { invoice.path.contains($0) && issue.rule == $1 }
        }
    }

    private static let invented = [
        "DE 123 456 789", "DE/12/345/67890", "DE049120826", "DE123456789", "GB1232434", "SE012345678901",
        "SE123456789001", "LU98765432", "SE4598375937",
    ]

    /// A negative invoice; lines with tax in them; a supplier without tax registration that states a rate.
    private static let wrong: KeyValuePairs = [
        "BIS_Billing_30-Kreditering_med_negativ_faktura": "NEGATIVE_TOTAL",
        "gobl-cii/parse/invoice-test-04": "NET_MISMATCH", "gobl-cii/parse/invoice-test-01": "NET_MISMATCH",
        "pint-jp-ntr": "TAX_RATE_MISMATCH",
    ]
}
