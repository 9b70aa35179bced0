import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct ForeignDataTests {
    @Test(.proves("partner/status-own-only", "partner/no-foreign-data"), arguments: TestDatabase.allCases)
    func `another account's invoices are as if they were not there`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let other = try await nuntiq.partner("Initech")
            let token = try await nuntiq.submitAndWork(["notes": "between us"])
            let unknown = "00000000-0000-7000-8000-000000000000"
            let path = TestNuntiq.submissions
            for client in [other, nuntiq.customerAPI] {
                for name in [token, unknown] {
                    let status = try await client.get("\(path)/\(name)")
                    let withdrawal = try await client.call(.post, "\(path)/\(name)/withdraw")
                    for answer in [status, withdrawal] {
                        #expect(answer.status == 404)
                        #expect(answer["error"] == "invoice_not_found")
                        #expect(
                            answer["message"]?.string
                                == "This account has sent no invoice with this token. "
                                + "Check the token and that the key belongs to the account that sent the invoice.")
                    }
                }
                let list = try await client.get("\(path)?cursor=\(token)&invoice_number=INV-2026-0042")
                #expect(list["data"]?["items"] == [])
            }
            let seen = try await nuntiq.supplierView(token)
            #expect(seen["status_label"] == "Approved")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a dry run and a submission say the same whatever other accounts have sent`(
        kind: TestDatabase
    ) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let other = try await nuntiq.partner("Initech")
            let before = try await other.post(DryRunTests.path, .submission())
            let headers = ["Idempotency-Key": "shared"]
            let theirs = try await nuntiq.partnerAPI.post(
                TestNuntiq.submissions, .submission(["notes": "x"]), headers: headers)
            try await nuntiq.work()
            let after = try await other.post(DryRunTests.path, .submission())
            #expect(after["data"] == before["data"])
            let own = try await other.post(TestNuntiq.submissions, .submission(), headers: headers)
            #expect(own.status == 200)
            #expect(own.header("Idempotent-Replayed") == nil)
            #expect(own["data"]?["invoice_token"] != theirs["data"]?["invoice_token"])
        }
    }

    @Test(.proves("partner/supplier-not-of-partner"), arguments: TestDatabase.allCases)
    func `outside its list of suppliers an account's invoice is accepted and goes to 40`(
        kind: TestDatabase
    ) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let bound = try await nuntiq.partner("Bound", suppliers: ["S-900", " s-901 "])
            for (number, code) in [("S-900", 90), (" S-901", 90), ("S-001", 40), ("", 40)] as [(String, Int64)] {
                let invoice: JSONObject = ["supplier_number": .string(number)]
                let forecast = try await bound.post(DryRunTests.path, .submission(invoice))
                #expect(forecast["data"]?["predicted_status"]?["code"] == .number(JSONNumber(code)), "\(number)")
                let token = try await nuntiq.submitAndWork(invoice, by: bound)
                let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
                #expect(detail["invoice"]?["status"] == .number(JSONNumber(code)), "\(number)")
                let seen = try await bound.get("\(TestNuntiq.submissions)/\(token)")
                let rules = seen["data"]?["to_fix"]?.array?.map { $0["rule"] }
                #expect(rules == (code == 90 ? [] : ["SUPPLIER_NOT_OF_PARTNER"]))
                #expect(!seen.text.contains("S-900") || number == "S-900")
            }
        }
    }
}
