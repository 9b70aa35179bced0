import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SubmissionFieldTests {
    @Test(.proves("partner/all-header-fields"), arguments: TestDatabase.allCases)
    func `every named header field is kept under its key`(kind: TestDatabase) async throws {
        let texts = [
            "supplier_number", "supplier_name", "supplier_vat_id", "invoice_number", "po_number",
            "preceding_invoice_number", "payment_terms", "iban", "bic", "payment_reference", "buyer_reference", "notes",
        ]
        let amounts = [
            "total_amount", "net_amount", "tax_amount", "prepaid_amount", "rounding_amount", "payable_amount",
        ]
        let dates = [
            "invoice_date", "due_date", "preceding_invoice_date", "delivery_date", "service_period_start",
            "service_period_end",
        ]
        try await withDesk(on: kind) { desk in
            var fields: JSONObject = ["currency": "eur", "document_type": "credit_note"]
            for name in texts { fields[name] = .string("\(name) ü") }
            for name in amounts { fields[name] = decimal("10.500") }
            for name in dates { fields[name] = "2024-02-29" }
            let header = try await desk.content(of: desk.submit(["invoice": .object(fields)]).invoice).header
            for name in texts { #expect(header[WireName.key(of: name)] == .text("\(name) ü")) }
            for name in amounts { #expect(header[WireName.key(of: name)]?.amount?.description == "10.500") }
            for name in dates { #expect(header[WireName.key(of: name)]?.date?.description == "2024-02-29") }
            #expect(header["currencyCode"] == .text("EUR"))
            #expect(header["documentType"] == .text("credit_note"))
            #expect(header.allSatisfy { $0.source == .submitted })
            let order = FieldTemplate.standard.header.map(\.key)
            #expect(header.map(\.key) == order.filter { key in header.contains { $0.key == key } })
        }
    }

    @Test(.proves("partner/all-line-fields", "partner/taxes-charges-discounts", "partner/addresses"))
    func `lines, taxes, charges, discounts and addresses are kept`() async throws {
        let line: JSONObject = [
            "line_number": 10, "description": "Paper", "quantity": 2, "unit_price": "3.50", "unit_of_measure": "BX",
            "net_amount": decimal("7.00"), "tax_rate": 21, "tax_amount": "1.47", "product_code": "P-1",
            "po_number": "PO-1", "po_line_number": "7",
        ]
        let address: JSONObject = [
            "address_type": "ship_to", "address_name": "Acme", "street": "Main 1", "city": "Delft", "state": "ZH",
            "postal_code": "2611", "country": "NL",
        ]
        try await withDesk(on: .sqlite) { desk in
            let answer = try await desk.submit(
                .submission([
                    "lines": [.object(line)],
                    "taxes": [["tax_name": "VAT", "tax_rate": 21, "tax_base_amount": 7, "tax_amount": "1.47"]],
                    "charges": [["charge_name": "Freight", "charge_amount": 5]],
                    "discounts": [["discount_name": "Early", "discount_rate": 2, "discountAmount": 1]],
                    "addresses": [.object(address)],
                ]))
            let content = try await desk.content(of: answer.invoice)
            for member in line.members {
                #expect(content.lines[0][WireName.key(of: member.key)] != nil, "\(member.key)")
            }
            #expect(content.lines[0]["lineNumber"] == .text("10"))
            #expect(content.lines[0]["netAmount"]?.amount?.description == "7.00")
            #expect(
                content.taxes == [
                    InvoiceTax(taxName: "VAT", taxRate: 21, taxBaseAmount: 7, taxAmount: Amount("1.47"))
                ])
            #expect(content.charges == [InvoiceCharge(chargeName: "Freight", chargeAmount: 5)])
            #expect(
                content.discounts == [InvoiceDiscount(discountName: "Early", discountRate: 2, discountAmount: 1)])
            #expect(content.addresses.map(\.json) == [.object(address)])
            #expect(answer.warnings.isEmpty)
        }
    }

    @Test(.proves("partner/header-flat-and-grouped", "partner/camel-case-accepted", "partner/numbers-or-strings"))
    func `fields stand flat, under header, or both, in either spelling`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let header: JSONObject = [
                "invoiceNumber": 42, "invoice_date": "2026-05-19", "currency": "USD", "currencyCode": "USD",
                "grossAmount": " 1234.50 ",
            ]
            let body: JSONValue = [
                "invoice": ["header": .object(header), "total_amount": decimal("1234.5"), "due_date": "2026-06-18"],
                "workflow": "payment_portal",
            ]
            let answer = try await desk.submit(body)
            let content = try await desk.content(of: answer.invoice)
            #expect(content.header["invoiceNumber"] == .text("42"))
            #expect(content.header["grossAmount"]?.amount == Amount("1234.50"))
            #expect(content.header["dueDate"]?.date?.description == "2026-06-18")
            #expect(answer.workflow == "full_enrichment")
        }
    }

    @Test(.proves("partner/unknown-keys-kept"), arguments: TestDatabase.allCases)
    func `unknown keys are kept and named`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let answer = try await desk.submit(
                .submission(["colour": "red", "lines": [["quantity": 1, "weight": decimal("2.50")]]], ["trace": [1]]))
            #expect(answer.warnings.map(\.field) == ["invoice.colour", "invoice.lines[0].weight", "trace"])
            #expect(answer.warningHeader == nil)
            let content = try await desk.content(of: answer.invoice)
            #expect(content.unknown["invoice.colour"] == "red")
            #expect(content.unknown["invoice.lines[0].weight"]?.number?.text == "2.50")
            let original = try await desk.database.read { [tenant = desk.tenant] tx in
                try tx.query("SELECT original FROM invoice WHERE tenant = ?", [tenant])[0].blobHash(0)
            }
            let kept = try JSONValue.parse(try await desk.blobs.bytes(desk.tenant, original))
            #expect(kept["invoice"]?["colour"] == "red")
            #expect(kept["trace"] == [1])
        }
    }

    /// What is sent, and what is derived of it: net, tax, gross; empty where nothing is.
    static let derived: [(JSONObject, [String])] = [
        (["total_amount": .null], ["1234.56", "", "1234.56"]),
        (["total_amount": 1500, "tax_amount": decimal("265.44"), "lines": .null], ["1234.56", "265.44", "1500"]),
        (["total_amount": 1500, "net_amount": 1200, "lines": .null], ["1200", "300", "1500"]),
        (["total_amount": 1500, "lines": .null], ["", "", "1500"]),
        (["total_amount": 1500], ["1234.56", "", "1500"]),
        (
            ["total_amount": .null, "lines": [["quantity": 3, "unit_price": "0.335"], ["net_amount": 1]]],
            ["2.01", "", "2.01"]
        ),
        (
            [
                "total_amount": .null, "taxes": [["tax_amount": 10], ["tax_amount": 5]],
                "lines": [["net_amount": 100]], "charges": [["charge_amount": 7]],
                "discounts": [["discount_amount": 2]],
            ], ["105", "15", "120"]
        ),
        (
            [
                "total_amount": .null,
                "lines": [["net_amount": 100, "tax_rate": 21], ["net_amount": 10, "tax_rate": 0]],
            ],
            ["110", "21", "131"]
        ),
        (
            ["total_amount": .null, "lines": [["net_amount": 100, "tax_rate": 21], ["description": "free text"]]],
            ["100", "21", "121"]
        ),
        (
            ["total_amount": .null, "lines": [["net_amount": 100, "tax_rate": 21], ["unit_price": 7]]],
            ["", "", ""]
        ),
        (
            [
                "total_amount": 108, "lines": [["net_amount": 100, "tax_rate": 20]],
                "discounts": [["discount_rate": 10]],
            ], ["90", "18", "108"]
        ),
        (
            ["total_amount": .null, "currency": "JPY", "lines": [["quantity": 3, "unit_price": "33.5"]]],
            ["101", "", "101"]
        ),
    ]

    @Test(.proves("partner/gross-from-lines", "partner/derived-fields"), arguments: derived)
    func `what follows is derived by rule and overwrites nothing`(invoice: JSONObject, amounts: [String]) async throws {
        try await withDesk(on: .sqlite) { desk in
            let sent = JSONValue.submission(invoice)
            let header = try await desk.content(of: desk.submit(sent).invoice).header
            for (key, amount) in zip(["netAmount", "taxAmount", "grossAmount"], amounts) {
                let field = header.first { $0.key == key }
                #expect(field?.value.amount == Amount(amount), "\(key)")
                let wasSent = sent["invoice"]?[WireName.name(of: key)] != nil
                #expect(field == nil || (field?.source == .submitted) == wasSent, "\(key)")
            }
        }
    }

    @Test func `ten thousand lines are taken`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let line: JSONValue = ["description": "Part", "quantity": 2, "unit_price": "1.25"]
            let lines = JSONValue.array(Array(repeating: line, count: 10_000))
            let answer = try await desk.submit(.submission(["lines": lines, "total_amount": .null]))
            let content = try await desk.content(of: answer.invoice)
            #expect(content.lines.count == 10_000)
            #expect(content.header["grossAmount"]?.amount == 25_000)
        }
    }
}
