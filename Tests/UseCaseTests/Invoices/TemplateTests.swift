import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct TemplateTests {
    @Test(.proves("model/template-tenant", "partner/template-keys"), arguments: TestDatabase.allCases)
    func `an inbox has its own labels, order, fields and mandatory fields`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.addInbox("orders@acme.nuntiq-receiving.com", template: Self.template())
            let complete = try await nuntiq.receive(
                [
                    "invoice_number": "A", "po_number": "4711", "cost_bearer": "Ada", "priority": "high",
                    "isUrgent": true,
                ], to: "orders@acme.nuntiq-receiving.com")
            let incomplete = try await nuntiq.receive(
                ["invoice_number": "B"], to: "orders@acme.nuntiq-receiving.com")
            let elsewhere = try await nuntiq.receive(["invoice_number": "C", "po_number": "4711"])
            try await nuntiq.work()
            let fields = try await nuntiq.fields(of: complete)
            #expect(fields.prefix(4).map { $0["label"]?.string } == ["Order", "Cost bearer", "Priority", "Urgent"])
            #expect(fields.prefix(4).map { $0["value"] } == ["4711", "Ada", "high", true])
            #expect(try await nuntiq.status(of: complete) == 90)
            #expect(try await nuntiq.status(of: incomplete) == 40)
            let failed = try await nuntiq.payload(of: .validationFailed, on: incomplete)
            #expect(failed["issues"]?.array?.map { $0["message"]?.string } == ["Cost bearer is missing."])
            #expect(try await nuntiq.status(of: elsewhere) == 90)
            let standard = try await nuntiq.fields(of: elsewhere)
            #expect(standard.first { $0["key"] == "poNumber" }?["label"] == "PO number")
            #expect(standard.first?["key"] == "invoiceNumber")
        }
    }

    /// The standard template with an order number in front, two fields more and one that is mandatory.
    private static func template() -> FieldTemplate {
        var template = FieldTemplate.standard
        template.header.removeAll { $0.key == "poNumber" }
        template.header.insert(
            contentsOf: [
                TemplateField("poNumber", "Order"), TemplateField("costBearer", "Cost bearer", isMandatory: true),
                TemplateField("priority", "Priority", .choice, choices: ["low", "high"]),
                TemplateField("isUrgent", "Urgent", .boolean),
            ], at: 0)
        return template
    }
}

extension TestNuntiq {
    /// An inbox with a template of its own.
    fileprivate func addInbox(_ address: String, template: FieldTemplate) async throws {
        let inbox = try await Inboxes(database: app.database)
            .add(NewInbox(address: address), to: tenant.id, by: .console)
        try await app.database.write { [tenant = tenant.id] tx in
            let id = try tx.newID()
            try tx.execute(
                """
                INSERT INTO template (tenant, id, version, name, fields, created_at) VALUES (?, ?, 1, 'Orders', ?, ?)
                """,
                [tenant, id, JSONCoder.encode(template).serialized(), tx.now])
            try tx.execute("UPDATE inbox SET template = ? WHERE tenant = ? AND id = ?", [id, tenant, inbox.id])
        }
    }

    fileprivate func fields(of token: Token) async throws -> [JSONValue] {
        try await customerAPI.get("/api/v1/invoices/\(token)")["invoice"]?["fields"]?.array ?? []
    }
}
