import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct InvoiceHTTPTests {
    private static func content() throws -> InvoiceContent {
        var content = InvoiceContent()
        let date = try #require(CalendarDate("2026-05-19"))
        content.header = [
            Field("zebra", .text("stripes"), source: .submitted),
            Field("invoiceDate", .date(date), source: .submitted),
        ]
        content.lines = [
            InvoiceLine(fields: [
                Field("lineNumber", .text("1"), source: .submitted),
                Field(
                    "quantity", .amount(Amount("2.50") ?? .zero), source: .ocr, confidence: 0.9, page: 1,
                    box: FieldBox(left: 0.1, top: 0.2, width: 0.3, height: 0.04)),
            ]),
            InvoiceLine(fields: [Field("lineNumber", .text("007"), source: .submitted)]),
            InvoiceLine(),
        ]
        content.taxes = [InvoiceTax(taxName: "VAT", taxRate: Amount("21"))]
        return content
    }

    @Test(
        .proves("model/detail-shape", "model/detail-null-left-out", "model/detail-line-numbers"),
        arguments: TestDatabase.allCases)
    func `the detail has the documented shape`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let seeder = nuntiq.seeder
            let content = try Self.content()
            let token = try await seeder.insert(
                .with {
                    $0.content = content
                    $0.references[1] = "Cost-7"
                })
            let answer = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
            #expect(
                answer.json.object?.members.map(\.key) == [
                    "invoice", "lines", "addresses", "taxes", "charges", "discounts", "attachments", "matchAI", "email",
                    "integration", "version",
                ])
            let invoice = try #require(answer["invoice"])
            #expect(
                invoice.object?.members.map(\.key) == [
                    "id", "invoice_token", "status", "status_info", "created_at", "updated_at", "ext_reference_2",
                    "fields",
                ])
            #expect(
                invoice["status_info"]?.object?.members.map(\.key) == ["code", "key", "label", "description", "group"])
            #expect(invoice["invoice_token"] == token.json)
            #expect(invoice["status"] == 90)
            #expect(invoice["status_info"]?["key"] == "PENDING_INTEGRATION_FIRST")
            #expect(invoice["ext_reference_2"] == "Cost-7")
            #expect(invoice["ext_reference_1"] == nil)
            let gross = try #require(JSONNumber("1234.56"))
            let fields = invoice["fields"]?.array ?? []
            #expect(
                fields.compactMap { $0["key"]?.string } == [
                    "invoiceNumber", "invoiceDate", "supplierNumber", "currencyCode", "grossAmount", "zebra",
                ])
            #expect(fields[4] == ["key": "grossAmount", "label": "Gross amount", "value": .number(gross)])
            let lines = answer["lines"]?.array ?? []
            #expect(lines.map { $0["invoice_line_number"] } == [1, "007", .null])
            #expect(
                lines.first?.object?.members.map(\.key) == [
                    "id", "invoice_id", "invoice_line_number", "created_at", "updated_at", "fields",
                ])
            #expect(lines.first?["fields"]?.array?.last?["value"]?.number?.text == "2.50")
            #expect(answer["taxes"] == [["tax_name": "VAT", "tax_rate": 21]])
            #expect(answer["matchAI"] == [])
            #expect(answer["email"] == .null)
            #expect(answer["attachments"] == [])
            #expect(answer["version"] == 3)
        }
    }

    @Test(.proves("model/provenance", "model/detail-null-left-out"))
    func `includeNull and evidence add what they say`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let seeder = nuntiq.seeder
            let content = try Self.content()
            let token = try await seeder.insert(.with { $0.content = content })
            let path = "/api/v1/invoices/\(token)"
            let full = try await nuntiq.customerAPI.get("\(path)?includeNull=true&evidence=true")
            #expect(full["invoice"]?["ext_reference_1"] == .null)
            #expect(full["invoice"]?["email_token"] == .null)
            #expect(
                full["invoice"]?["fields"]?.array?.contains { $0["key"] == "dueDate" && $0["value"] == .null } == true)
            #expect(full["taxes"]?.array?.first?["tax_amount"] == .null)
            let quantity = full["lines"]?.array?.first?["fields"]?.array?.first { $0["key"] == "quantity" }
            #expect(quantity?["source"] == "ocr")
            #expect(quantity?["confidence"]?.number?.text == "0.9")
            #expect(quantity?["page"] == 1)
            #expect(quantity?["box"]?.array?.map { $0.number?.text } == ["0.1", "0.2", "0.3", "0.04"])
            let number = full["invoice"]?["fields"]?.array?.first { $0["key"] == "invoiceNumber" }
            #expect(number?["source"] == "submitted")
        }
    }

    @Test(
        .proves(
            "customer/invoice-list-filters", "customer/invoice-list-since", "transitions/effective-status-everywhere"),
        arguments: TestDatabase.allCases)
    func `lists filter by effective status, number, supplier, reference and time`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let seeder = nuntiq.seeder
            let api = nuntiq.customerAPI
            let first = try await seeder.insert(.with { $0.references[0] = "Straße" })
            nuntiq.clock.advance(by: .seconds(10))
            let second = try await seeder.insert(
                .with {
                    $0.number = "inv-2"
                    $0.supplierNumber = "S-2"
                    $0.status = .needsReview
                })
            func tokens(_ query: String) async throws -> [String] {
                let answer = try await api.get("/api/v1/invoices?\(query)")
                #expect(answer.status == 200, "\(answer.text)")
                return answer["items"]?.array?.compactMap { $0["invoice_token"]?.string } ?? []
            }
            #expect(try await tokens("") == [second.description, first.description])
            #expect(try await tokens("state=Review") == [second.description])
            #expect(try await tokens("status=90,91") == [first.description])
            #expect(try await tokens("invoice_number=INV-2") == [second.description])
            #expect(try await tokens("supplier_number=S-2") == [second.description])
            #expect(try await tokens("ext_reference_1=STRASSE") == [first.description])
            #expect(try await tokens("since=\(nuntiq.clock.now)") == [second.description])
            _ = try await claimOne(nuntiq)
            #expect(try await tokens("state=PendingAcknowledgement") == [first.description])
            nuntiq.clock.advance(by: .seconds(300))
            #expect(try await tokens("state=PendingAcknowledgement") == [])
            #expect(try await tokens("state=PendingIntegration") == [first.description])
            #expect(try await tokens("since=\(nuntiq.clock.now)") == [first.description])
        }
    }

    @Test(
        .proves("customer/invoice-list-shape", "customer/invoice-list-cursor"), arguments: TestDatabase.allCases)
    func `pages and cursors go through all, newest first`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let seeder = nuntiq.seeder
            for _ in 0..<5 {
                nuntiq.clock.advance(by: .seconds(1))
                try await seeder.insert()
            }
            let api = nuntiq.customerAPI
            let page = try await api.get("/api/v1/invoices?page=2&limit=2")
            #expect(page["items"]?.array?.count == 2)
            #expect(page["count"] == 5)
            #expect(page["page"] == 2)
            var cursor: String? = ""
            var seen: [String] = []
            while let next = cursor {
                let answer = try await api.get("/api/v1/invoices?limit=2&cursor=\(next)")
                #expect(answer["count"] == 5)
                seen += answer["items"]?.array?.compactMap { $0["invoice_token"]?.string } ?? []
                cursor = answer["next_cursor"]?.string
                nuntiq.clock.advance(by: .seconds(1))
                try await seeder.insert()
            }
            #expect(seen.count == 5)
            #expect(seen == seen.sorted().reversed())
            let wrong = try await api.get("/api/v1/invoices?cursor=x&page=1&limit=0&state=No&status=7&since=now")
            let fields = wrong["details"]?.array?.compactMap { $0["field"]?.string } ?? []
            #expect(Set(fields) == ["cursor", "page", "limit", "state", "status", "since"])
        }
    }
}
