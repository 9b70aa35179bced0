import Foundation
import NuntiqModel
import Testing

@testable import NuntiqCore

/// A real e-invoice of the shared corpora as a supplier's system would submit it.
///
/// Its values are what was read from the XML (`corpora/truth.jsonl`); the README there names sources and licences.
struct CorpusInvoice: Sendable, CustomTestStringConvertible {
    let path: String
    let truth: JSONValue

    var testDescription: String { path }

    /// The corpora lie beside the package where the product is developed, and nowhere else.
    static let truthFile = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/corpora/truth.jsonl")

    /// Every e-invoice with its taxes that upstream does not call wrong; empty where there are no corpora.
    static let all: [CorpusInvoice] = {
        guard let text = try? String(contentsOf: truthFile, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            guard let truth = try? JSONValue.parse(String(line)), let path = truth["path"]?.string,
                ["ubl", "cii", "zf1", "facturx"].contains(truth["kind"]?.string), truth["expect"] != "invalid",
                truth["fields"]?["taxBreakdown"] != nil, truth["fields"]?["lineTotal"] != nil
            else { return nil }
            return CorpusInvoice(path: path, truth: truth)
        }
    }()

    /// The body that a supplier's system would send.
    var body: JSONObject {
        var invoice = JSONObject()
        for (name, key) in [
            ("invoice_number", "invoiceNumber"), ("invoice_date", "invoiceDate"), ("due_date", "dueDate"),
            ("currency", "currencyCode"), ("net_amount", "netAmount"), ("tax_amount", "taxAmount"),
            ("total_amount", "grossAmount"), ("prepaid_amount", "prepaidAmount"), ("payable_amount", "dueAmount"),
            ("supplier_name", "sellerName"), ("supplier_vat_id", "sellerVatId"), ("buyer_vat_id", "buyerVatId"),
            ("iban", "iban"), ("bic", "bic"), ("po_number", "poNumber"),
        ] { invoice[name] = truth["fields"]?[key] }
        if let code = Int(truth["fields"]?["typeCode"]?.string ?? ""), let type = DocumentType(untdid1001: code) {
            invoice["document_type"] = .string(type.rawValue)
        }
        if let rounding, !rounding.isZero { invoice["rounding_amount"] = rounding.json }
        if let extra, !extra.isZero {
            invoice[extra.isNegative ? "discounts" : "charges"] = [
                .object([extra.isNegative ? "discount_amount" : "charge_amount": extra.magnitude.json])
            ]
        }
        invoice["lines"] = .array((truth["lines"]?.array ?? []).map(Self.line))
        invoice["taxes"] = .array((truth["fields"]?["taxBreakdown"]?.array ?? []).map(Self.tax))
        invoice["addresses"] = [["address_type": "vendor", "country": truth["fields"]?["sellerCountry"] ?? .null]]
        return ["invoice": .object(invoice)]
    }

    /// What the submission makes of it.
    func content() throws -> InvoiceContent {
        let parser = SubmissionParser(names: TemplateNames(.standard), channel: .partnerAPI)
        return try parser.parse(ReceivedSubmission(body: body, contents: [])).content
    }

    private func amount(_ key: String) -> Amount? {
        truth["fields"]?[key]?.string.flatMap { Amount($0) }
    }

    /// Payable − (gross − prepaid).
    private var rounding: Amount? {
        guard let gross = amount("grossAmount"), let due = amount("dueAmount") else { return nil }
        return try? Amount.sum(of: [due, gross.negated, amount("prepaidAmount") ?? .zero])
    }

    /// Charges less discounts on the whole invoice: net − Σ lines.
    private var extra: Amount? {
        guard let net = amount("netAmount"), let lines = amount("lineTotal") else { return nil }
        return try? net.subtracting(lines)
    }

    private static func line(_ line: JSONValue) -> JSONValue {
        .object(
            JSONObject(present: [
                "line_number": line["id"], "description": line["name"], "quantity": line["quantity"],
                "unit_price": line["unitPrice"], "net_amount": line["netAmount"], "tax_rate": line["vatRate"],
                "unit_of_measure": line["unit"],
            ]))
    }

    private static func tax(_ tax: JSONValue) -> JSONValue {
        .object(
            JSONObject(present: [
                "tax_name": "VAT", "tax_rate": tax["rate"], "tax_base_amount": tax["base"], "tax_amount": tax["tax"],
            ]))
    }
}
