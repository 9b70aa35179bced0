import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct DryRunTests {
    static let path = "\(TestNuntiq.submissions)?dry_run=true"

    /// What is changed in the example, what is foreseen, and by which rules.
    static let forecasts: [(JSONObject, Int64, String, [String])] = [
        (["total_amount": decimal("1234.56")], 90, "Approved", []),
        (["total_amount": decimal("1300.00")], 40, "Action needed", ["GROSS_MISMATCH"]),
        (
            ["invoice_date": "2027-01-01", "iban": "DE00 1234", "net_amount": "1.00", "document_type": "credit_note"],
            40, "Action needed",
            ["IBAN_INVALID", "INVOICE_DATE_IN_FUTURE", "NET_MISMATCH", "PRECEDING_INVOICE_MISSING"]
        ),
        (["due_date": "2026-01-01"], 40, "Action needed", ["DUE_BEFORE_ISSUE"]),
        (["lines": .null, "invoice_date": "2024-05-19"], 90, "Approved", ["INVOICE_DATE_TOO_OLD"]),
    ]

    @Test(.proves("partner/dry-run"), arguments: TestDatabase.allCases)
    func `what a dry run foresees is what comes`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            for (invoice, code, label, rules) in Self.forecasts {
                let answer = try await nuntiq.partnerAPI.post(Self.path, .submission(invoice))
                #expect(answer.status == 200)
                let data = try #require(answer["data"]?.object)
                #expect(data["predicted_status"]?["code"] == .number(JSONNumber(code)), "\(answer.text)")
                #expect(data["predicted_status"]?["status_label"] == .string(label))
                #expect(Set(data["issues"]?.array?.compactMap { $0["rule"]?.string } ?? []) == Set(rules))
                let token = try await nuntiq.submitAndWork(invoice)
                let real = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
                #expect(real["invoice"]?["status"] == .number(JSONNumber(code)))
                let seen = try await nuntiq.supplierView(token)
                #expect(seen["status_label"] == .string(label))
                let errors = data["issues"]?.array?.filter { $0["severity"] == "error" }
                #expect(seen["to_fix"]?.array == errors)
            }
        }
    }

    @Test func `an issue says which rule, where as it is sent, and how to fix it`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let invoice: JSONObject = ["total_amount": 1300]
            let answer = try await nuntiq.partnerAPI.post(Self.path, .submission(invoice))
            #expect(
                answer["data"]?["issues"] == [
                    [
                        "rule": "GROSS_MISMATCH", "severity": "error",
                        "message": "Gross amount is 1300, but without tax the net amount is 1234.56.",
                        "fields": ["invoice.total_amount"], "hint": "Add the tax amount or the taxes.",
                    ]
                ])
            #expect(answer["data"]?["duplicates"] == .null)
            #expect(answer["data"]?["po_match"] == .null)
            #expect(answer["data"]?["not_checked"] == ["duplicates", "po_match"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `nothing is stored, no file, no row, no key`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let before = try await nuntiq.rowCounts()
            let file: JSONObject = [
                "type": "IMAGE", "filename": "invoice.pdf", "content": .string(SubmissionAttachmentTests.pdfText),
            ]
            let more: JSONObject = ["attachments": [.object(file)], "mystery": [1, 2, 3]]
            for _ in 0..<2 {
                let answer = try await nuntiq.partnerAPI.post(
                    Self.path, .submission([:], more), headers: ["Idempotency-Key": "one-key"])
                #expect(answer.status == 200, "\(answer.text)")
                #expect(answer["data"]?["warnings"]?.array?.count == 1)
                #expect(answer.header("Idempotent-Replayed") == nil)
            }
            #expect(try await nuntiq.rowCounts() == before)
            #expect(try await nuntiq.app.installation.blobs.list(.live, after: nil, limit: 9).isEmpty)
        }
    }

    @Test func `faults are the same 400, all at once, and a Warning is the same`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let faulty: JSONObject = ["invoice_date": "soon", "currency": "ZZZ", "lines": [["quantity": "two"]]]
            for path in [Self.path, TestNuntiq.submissions] {
                let answer = try await nuntiq.partnerAPI.post(
                    path, .submission(faulty, ["attachments": [["type": "IMAGE"]]]))
                #expect(answer.status == 400)
                #expect(
                    Set(answer["details"]?.array?.compactMap { $0["field"]?.string } ?? []) == [
                        "invoice.invoice_date", "invoice.currency", "invoice.lines[0].quantity",
                        "attachments[0].filename", "attachments[0].content",
                    ])
                let astray = try await nuntiq.partnerAPI.post(
                    path, .submission([:], ["receiving_inbox": "nobody@acme.example"]))
                #expect(astray.header("Warning")?.contains("nobody@acme.example") == true)
                #expect(astray["data"]?["resolution_path"] == "default_fallback")
            }
            let wish = try await nuntiq.partnerAPI.post("\(TestNuntiq.submissions)?dry_run=perhaps", .submission())
            #expect(wish.status == 400)
            #expect(wish["details"]?.array?.first?["field"] == "dry_run")
        }
    }

    @Test func `an import is foreseen by its own workflow`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let answer = try await nuntiq.customerAPI.post("/api/v1/invoice-import?dry_run=true", .submission())
            #expect(answer["data"]?["workflow"] == "payment_portal")
            #expect(answer["data"]?["predicted_status"]?["code"] == 90)
            #expect(try await nuntiq.rowCounts()["invoice"] == 0)
        }
    }
}
