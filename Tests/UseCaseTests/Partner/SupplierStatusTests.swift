import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct SupplierStatusTests {
    @Test(.proves("partner/status-answer"), arguments: TestDatabase.allCases)
    func `a supplier sees group, label, messages and what to fix`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let token = try await nuntiq.submitAndWork(["total_amount": 1300])
            let seen = try await nuntiq.supplierView(token)
            #expect(
                seen.keys == [
                    "invoice_token", "invoice_id", "invoice_number", "supplier_number", "total_amount", "currency",
                    "created_at", "status_group", "status_label", "can_withdraw", "to_fix", "messages",
                ])
            #expect(seen["invoice_number"] == "INV-2026-0042")
            #expect(seen["total_amount"] == 1300)
            #expect(seen["status_group"] == "ActionNeeded")
            #expect(seen["to_fix"]?.array?.first?["rule"] == "GROSS_MISMATCH")
            #expect(seen["to_fix"]?.array?.first?["fields"] == ["invoice.total_amount"])
            let messages = try #require(seen["messages"]?.array)
            #expect(messages.map { $0["code"] } == ["RECEIVED", "VALIDATION_FAILED"])
            #expect(messages[1]["note"]?.string?.contains("Add the tax amount") == true)
            #expect(messages[0].object?.keys == ["code", "label", "description", "occurred_at", "note"])
        }
    }

    @Test(.proves("partner/status-labels"), arguments: TestDatabase.allCases)
    func `from received to paid a supplier sees its own labels, and never what an ERP says`(
        kind: TestDatabase
    ) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let token = try await nuntiq.submit()
            var labels: [String] = []
            func look() async throws {
                let answer = try await nuntiq.partnerAPI.get("\(TestNuntiq.submissions)/\(token)")
                labels.append(answer["data"]?["status_label"]?.string ?? "")
                for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(answer.text)") }
            }
            try await look()
            try await nuntiq.work()
            try await look()
            try await nuntiq.act("hold", token, ["reason": "waits for the auditor"])
            try await look()
            try await nuntiq.act("release", token, ["reason": "auditor is happy"])
            try await nuntiq.claim()
            try await look()
            try await nuntiq.act("acknowledge", token, [:])
            try await nuntiq.fail(token)
            try await look()
            try await nuntiq.act("release", token, ["reason": "again"])
            try await look()
            try await nuntiq.claim()
            try await nuntiq.act("integration-result", token, ["success": true, "external_id_1": "ERP-4711"])
            try await look()
            try await nuntiq.act("lifecycle-messages", token, ["code": "PAID", "note_internal": "auditor paid"])
            try await look()
            #expect(
                labels == [
                    "Received", "Approved", "In review", "In process", "In process", "Approved", "Booked", "Paid",
                ])
        }
    }

    /// What is said among the customer, its people and its ERP.
    static let secrets = [
        "auditor", "E-77", "posting period", "ERP-4711", "\"erp\"", "NO_SUPPLIERS", "INTEGRATION", "PENDING",
    ]

    @Test(arguments: TestDatabase.allCases)
    func `a question asks for action until it is answered, a rejection says why`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let token = try await nuntiq.submitAndWork()
            let question: JSONObject = [
                "code": "UNDER_QUERY", "note_supplier": "Which PO?", "note_internal": "buyer asleep",
            ]
            try await nuntiq.act("lifecycle-messages", token, question)
            let asked = try await nuntiq.supplierView(token)
            #expect(asked["status_label"] == "Action needed")
            #expect(asked["to_fix"] == [["code": "UNDER_QUERY", "message": "Which PO?"]])
            #expect(!JSONValue.object(asked).serialized().contains("asleep"))
            try await nuntiq.act("lifecycle-messages", token, ["code": "QUERY_RESOLVED"])
            let answered = try await nuntiq.supplierView(token)
            #expect(answered["status_label"] == "Approved")
            #expect(answered["to_fix"] == [])
            try await nuntiq.act("reject", token, ["reason": "Wrong company."])
            let rejected = try await nuntiq.supplierView(token)
            #expect(rejected["status_label"] == "Rejected")
            #expect(rejected["to_fix"] == [["code": "REJECTED", "message": "Wrong company."]])
            #expect(rejected["can_withdraw"] == false)
        }
    }

    @Test func `an invoice that a person took up again is in review, whatever failed before`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let token = try await nuntiq.submitAndWork(["total_amount": 1300])
            try await nuntiq.act("reject", token, ["reason": "r"])
            let seen = try await nuntiq.supplierView(token)
            #expect(seen["status_label"] == "Rejected")
            let integration = nuntiq.app.integration
            let invoice = try #require(Token(token))
            _ = try await integration.reopen(invoice, reason: "r", by: .sample(tenant: nuntiq.tenant.id))
            let again = try await nuntiq.supplierView(token)
            #expect(again["status_label"] == "In review")
            #expect(again["to_fix"] == [])
        }
    }
}
