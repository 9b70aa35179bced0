import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SubmissionTemplateTests {
    /// The standard template, with fields of the tenant's own.
    private static var template: FieldTemplate {
        var template = FieldTemplate.standard
        template.header += [
            TemplateField("costObject", "Cost object"), TemplateField("weightKg", "Weight", .number),
            TemplateField("loadedOn", "Loaded on", .date), TemplateField("isExpress", "Express", .boolean),
            TemplateField("incoterm", "Incoterm", .choice, choices: ["EXW", "DAP"]),
        ]
        template.lines += [TemplateField("batchNumber", "Batch")]
        return template
    }

    @Test(.proves("partner/template-keys"), arguments: TestDatabase.allCases)
    func `any key of the tenant's template is taken, in either spelling, by its type`(
        kind: TestDatabase
    ) async throws {
        try await withTemplate(on: kind) { nuntiq in
            let token = try await nuntiq.submitAndWork([
                "cost_object": "C-7", "weightKg": "12.50", "loaded_on": "2026-05-18", "isExpress": true,
                "incoterm": "DAP",
                "lines": [["description": "x", "quantity": 1, "unit_price": "1234.56", "batch_number": "B-1"]],
            ])
            let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
            let fields = try #require(detail["invoice"]?["fields"]?.array)
            func field(_ key: JSONValue, of fields: [JSONValue]) -> JSONObject? {
                fields.first { $0["key"] == key }?.object
            }
            #expect(field("costObject", of: fields)?["label"] == "Cost object")
            #expect(field("costObject", of: fields)?["value"] == "C-7")
            #expect(field("weightKg", of: fields)?["value"] == decimal("12.50"))
            #expect(field("loadedOn", of: fields)?["value"] == "2026-05-18")
            #expect(field("isExpress", of: fields)?["value"] == true)
            #expect(field("incoterm", of: fields)?["value"] == "DAP")
            let line = try #require(detail["lines"]?.array?.first?["fields"]?.array)
            #expect(field("batchNumber", of: line)?["value"] == "B-1")
        }
    }

    @Test(.proves("partner/details-path-as-sent"))
    func `a fault is named by the path that was sent`() async throws {
        try await withTemplate(on: .sqlite) { nuntiq in
            let body: JSONValue = [
                "receiving_inbox": 7,
                "invoice": [
                    "invoiceDate": "soon", "weight_kg": "heavy", "header": ["incoterm": "FOB", "dueDate": 1],
                    "lines": [["quantity": 1], ["unitPrice": "x", "batch_number": ["y"]]],
                    "taxes": [["taxRate": "a"]], "charges": [7], "addresses": [7, ["addressType": "home"]],
                ],
                "attachments": [["type": "IMAGE", "filename": "a.pdf", "content": "AAAA"], "x"],
            ]
            let answer = try await nuntiq.partnerAPI.post(TestNuntiq.submissions, body)
            #expect(answer.status == 400)
            #expect(
                Set(answer["details"]?.array?.compactMap { $0["field"]?.string } ?? []) == [
                    "receiving_inbox", "invoice.invoiceDate", "invoice.weight_kg", "invoice.header.incoterm",
                    "invoice.header.dueDate", "invoice.lines[1].unitPrice", "invoice.lines[1].batch_number",
                    "invoice.taxes[0].taxRate", "invoice.charges[0]", "invoice.addresses[0]",
                    "invoice.addresses[1].addressType",
                    "invoice.header.invoice_number", "invoice.header.currency", "attachments[0].content",
                    "attachments[1]",
                ])
        }
    }

    private func withTemplate(
        on kind: TestDatabase, _ body: @escaping @Sendable (TestNuntiq) async throws -> Void
    ) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let fields = try JSONCoder.encode(Self.template).serialized()
            try await nuntiq.app.database.write { tx in
                try tx.execute(
                    """
                    INSERT INTO template (tenant, id, version, name, fields, created_at)
                    SELECT tenant, id, 2, name, ?, created_at FROM template WHERE tenant = ? AND version = 1
                    """,
                    [fields, nuntiq.tenant.id])
            }
            try await body(nuntiq)
        }
    }
}
