import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// One invoice as a page: what it says, what may be done with it by whom, and its files.
@Suite
struct InvoicePageTests {
    @Test(.proves("portals/attachment-safety"), arguments: TestDatabase.allCases)
    func `an invoice of another tenant is not there, nor are its files`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.submitFile("<svg onload=alert(1)>.svg", "image/svg+xml")
            let path = "/invoices/\(token)"
            let (mine, other) = (try await nuntiq.browser(.clerk), try await nuntiq.otherBrowser())
            let page = try await mine.get(path)
            #expect(page.status == 200 && !page.text.contains("<svg onload"))
            let file = try #require(page.text.firstMatch(of: /href="(\/invoices\/[^"]*\/files\/[^"]*)" download/)?.1)
            for address in [path, String(file), "\(path)/hold"] {
                #expect(try await other.get(address).status >= 404, "\(address)")
            }
            let csrf = try await other.csrf(on: "/invoices")
            let foreign = try await other.post("\(path)/hold", [("csrf", csrf), ("reason", "mine now")])
            #expect(foreign.status == 404)
            #expect(try await mine.get("/invoices/nonsense").status == 404)
            for number in [Int64.min, Int64.max] {
                #expect(try await mine.get("\(path)?lines=\(number)&before=\(number)").status == 200)
            }
            let answer = try await mine.get("\(file)?inline=true")
            #expect(answer.status == 200)
            #expect(answer.header("Content-Disposition")?.hasPrefix("attachment") == true)
            #expect(answer.header("Content-Security-Policy") == "sandbox; default-src 'none'")
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
        }
    }

    @Test(.proves("portals/late-save"), arguments: TestDatabase.allCases)
    func `a decision needs a reason and the version that was seen`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(.with { $0.status = .needsReview })
            let (path, clerk) = ("/invoices/\(token)", try await nuntiq.browser(.clerk))
            let asked = try await clerk.get("\(path)?ask=hold")
            let version = try #require(asked.text.firstMatch(of: /name="version" value="(\d+)"/)?.1)
            let csrf = try await clerk.csrf(on: path)
            let empty = try await clerk.post(
                "\(path)/hold", [("csrf", csrf), ("version", String(version)), ("reason", "  ")])
            #expect(empty.status == 422 && empty.text.contains("Say why"))
            _ = try await nuntiq.customerAPI.post("/api/v1/invoices/\(token)/reject", ["reason": "Wrong company"])
            let late = try await clerk.post(
                "\(path)/hold", [("csrf", csrf), ("version", String(version)), ("reason", "Bank <data>")])
            #expect(late.status == 409)
            #expect(late.text.contains("Somebody was faster.") && late.text.contains("Bank &lt;data&gt;</textarea>"))
            #expect(try await nuntiq.standing(token) == .rejected)
            #expect(try await !clerk.get(path).text.contains("ask=hold"))
            let again = try await clerk.submit("\(path)/reopen", on: "\(path)?ask=reopen", ["reason": "It is ours"])
            #expect(again.status == 303 && again.header("Location") == "\(path)?told=reopened")
            #expect(try await nuntiq.standing(token) == .needsReview)
            let page = try await clerk.get(path)
            #expect(page.text.contains("Internal note: ") && page.text.contains("It is ours"))
        }
    }

    @Test(.proves("portals/approver-decides"), arguments: TestDatabase.allCases)
    func `what waits for an approver is rejected by nobody below`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(.with { $0.status = .pendingApproval })
            let path = "/invoices/\(token)"
            let clerk = try await nuntiq.browser(.clerk)
            #expect(try await !clerk.get(path).text.contains("ask=reject"))
            let refused = try await clerk.submit("\(path)/reject", on: path, ["reason": "no"])
            #expect(refused.status == 403)
            #expect(try await nuntiq.standing(token) == .pendingApproval)
            let approver = try await nuntiq.browser(.approver)
            _ = try await approver.submit("\(path)/reject", on: "\(path)?ask=reject", ["reason": "no"])
            #expect(try await nuntiq.standing(token) == .rejected)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a failure shows code and message, a doubt is settled with the ERP's number`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let (path, clerk) = ("/invoices/\(token)", try await nuntiq.browser(.clerk))
            let api = nuntiq.customerAPI
            let claim: JSONValue = ["state": "PendingIntegration", "lease_ttl_seconds": 60]
            _ = try await api.post("/api/v1/invoices/claim", claim)
            #expect(try await clerk.get(path).text.contains("A connector has it."))
            _ = try await api.post(
                "/api/v1/invoices/\(token)/integration-result",
                ["success": false, "failure_code": "PERIOD_CLOSED", "failure_message": "Period <04> is closed"])
            let failed = try await clerk.get(path)
            #expect(failed.text.contains("PERIOD_CLOSED") && failed.text.contains("Period &lt;04&gt; is closed"))
            _ = try await clerk.submit("\(path)/release", on: "\(path)?ask=release", ["reason": "Period is open"])
            #expect(try await nuntiq.standing(token) == .pendingIntegrationRetry)
            _ = try await api.post("/api/v1/invoices/claim", claim)
            _ = try await api.post(
                "/api/v1/invoices/\(token)/posting-intent",
                ["erp_reference": "NQ-77", "payload_hash": "H", "push_seconds": 30])
            nuntiq.clock.advance(by: .seconds(90))
            let doubt = try await clerk.get(path)
            #expect(doubt.text.contains("It may or may not be in the ERP.") && doubt.text.contains("NQ-77"))
            _ = try await clerk.submit(
                "\(path)/settle", on: "\(path)?ask=settle", ["reason": "Found it", "number": "5100004711"])
            #expect(try await nuntiq.standing(token) == .processed)
            #expect(try await clerk.get(path).text.contains("5100004711"))
            _ = try await api.post(
                "/api/v1/invoices/\(token)/integration-result", ["success": true, "external_id_1": "5100004733"])
            #expect(try await clerk.get("/invoices").text.contains("Posted twice?"))
            _ = try await clerk.submit("\(path)/resolve", on: "\(path)?ask=resolve", ["reason": "Reversed 33"])
            #expect(try await !clerk.get("/invoices").text.contains("Posted twice?"))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `ten thousand lines are shown some hundred at a time`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(
                .with { seed in
                    seed.content.lines = (1...10_000).map { number in
                        InvoiceLine(fields: [Field("description", .text("Row \(number) end"), source: .submitted)])
                    }
                })
            let viewer = try await nuntiq.browser(.viewer)
            let first = try await viewer.get("/invoices/\(token)")
            #expect(first.text.contains("Row 200 end") && !first.text.contains("Row 201 end"))
            #expect(first.text.contains("10,000"))
            let later = try await viewer.get("/invoices/\(token)?lines=9901")
            #expect(later.text.contains("Row 10000 end") && !later.text.contains("Later lines"))
            #expect(try await viewer.get("/invoices/\(token)?lines=99999999999999999999").status == 200)
        }
    }
}

extension TestNuntiq {
    /// Submits an invoice with a file of a name.
    func submitFile(_ name: String, _ type: String) async throws -> Token {
        let body: JSONValue = [
            "invoice": [
                "supplier_number": "S-001", "invoice_number": "F-1", "invoice_date": "2026-02-27", "currency": "EUR",
                "net_amount": 100, "tax_amount": 21, "total_amount": 121,
            ],
            "attachments": [
                ["filename": .string(name), "type": "ATTACHMENT", "content": "PHN2ZyB4bWxucz0iIi8+"]
            ],
        ]
        let answer = try await partnerAPI.post("/api/v1/partner/invoices", body)
        return try #require(answer["data"]?["invoice_token"]?.string.flatMap { Token($0) }, "\(answer.text)")
    }
}
