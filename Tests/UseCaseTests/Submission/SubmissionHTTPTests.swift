import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct SubmissionHTTPTests {
    static let path = "/api/v1/partner/invoices"

    /// The public page's example, to the letter.
    static let example = """
        { "receiving_inbox": "ap@acme.nuntiq-receiving.com", "external_identifier": "ACME-001",
          "invoice": { "supplier_number": "S-001", "invoice_number": "INV-2026-0042", "invoice_date": "2026-05-19",
            "currency": "USD", "total_amount": 1234.56,
            "lines": [ { "description": "Consulting, May 2026", "quantity": 1, "unit_price": 1234.56 } ],
            "taxes": [], "charges": [], "discounts": [], "addresses": [] },
          "attachments": [ { "type": "IMAGE", "filename": "invoice.pdf", "content": "JVBERi0xLjQK..." } ] }
        """

    @Test(
        .proves("partner/answer-shape", "partner/pdf-will-be-generated", "partner/workflow-ignored"),
        arguments: TestDatabase.allCases)
    func `the public example is accepted with the documented answer`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let answer = try await nuntiq.partnerAPI.call(.post, Self.path, body: .text(Self.example))
            #expect(answer.status == 200)
            #expect(answer.json.object?.keys == ["success", "data"])
            let data = try #require(answer["data"]?.object)
            #expect(
                data.keys == [
                    "invoice_token", "invoice_id", "source_document_id", "workflow", "effective_workflow",
                    "invoice_status", "receiving_inbox", "resolution_path", "pdf_will_be_generated", "warnings",
                ])
            #expect(data["invoice_token"]?.string.flatMap { Token($0) } != nil)
            #expect(data["workflow"] == "full_enrichment")
            #expect(data["effective_workflow"] == "full_enrichment")
            #expect(data["invoice_status"] == 20)
            #expect(data["receiving_inbox"] == "ap@acme.nuntiq-receiving.com")
            #expect(data["resolution_path"] == "receiving_inbox")
            #expect(data["pdf_will_be_generated"] == false)
            let warning = "The content of invoice.pdf ends in '...', so this file was not stored."
            #expect(answer.header("Warning") == "299 - \"attachments[0].content: \(warning)\"")
            var workflow = try #require(try JSONValue.parse(Self.example).object)
            workflow["attachments"] = nil
            workflow["workflow"] = "payment_portal"
            let plain = try await nuntiq.partnerAPI.post(Self.path, .object(workflow))
            #expect(plain["data"]?["workflow"] == "full_enrichment")
            #expect(plain["data"]?["warnings"] == nil)
            #expect(plain.header("Warning") == nil)
        }
    }

    @Test(.proves("partner/idempotency-echo"), arguments: TestDatabase.allCases)
    func `a replay is the same answer with its headers`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let headers = ["Idempotency-Key": "c0ffee!~"]
            let first = try await nuntiq.partnerAPI.call(.post, Self.path, body: .text(Self.example), headers: headers)
            let again = try await nuntiq.partnerAPI.call(.post, Self.path, body: .text(Self.example), headers: headers)
            #expect(first.header("Idempotency-Key") == "c0ffee!~")
            #expect(first.header("Idempotent-Replayed") == nil)
            #expect(again.header("Idempotency-Key") == "c0ffee!~")
            #expect(again.header("Idempotent-Replayed") == "true")
            #expect(again.header("Warning") == first.header("Warning"))
            #expect(again.bytes == first.bytes)
            let other = try await nuntiq.partnerAPI.post(Self.path, ["invoice": [:]], headers: headers)
            #expect(other.status == 422)
            #expect(other["error"] == "idempotency_key_reused")
            #expect(
                other["differing_parts"] == ["attachments", "external_identifier", "invoice", "receiving_inbox"])
            #expect(other["invoice_token"] == first["data"]?["invoice_token"])
            #expect(other["safe_new_key"] == false)
        }
    }

    @Test(
        .proves("partner/idempotency-key-form"), arguments: ["", " ", "a b", "ä", String(repeating: "k", count: 256)])
    func `a key of other characters or length is a 400`(key: String) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let answer = try await nuntiq.partnerAPI.call(
                .post, Self.path, body: .text(Self.example), headers: ["Idempotency-Key": key])
            #expect(answer.status == 400)
            #expect(answer["details"]?.array?.first?["field"] == "Idempotency-Key")
        }
    }

    @Test func `faults are a 400 that names each field`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let body = #"{"invoice": {"lines": [{"quantity": "two"}]}}"#
            let answer = try await nuntiq.partnerAPI.call(.post, Self.path, body: .text(body))
            #expect(answer.status == 400)
            #expect(answer["success"] == false)
            #expect(answer["error"] == "validation_failed")
            #expect(
                answer["details"]?.array?.compactMap { $0["field"]?.string } == [
                    "invoice.lines[0].quantity", "invoice.invoice_number", "invoice.invoice_date", "invoice.currency",
                ])
            let broken = try await nuntiq.partnerAPI.call(.post, Self.path, body: .text("{\"invoice\":"))
            #expect(broken.status == 400)
            #expect(broken["error"] == "malformed_json")
        }
    }

    @Test(.proves("partner/415", "partner/403-permission"))
    func `another media type is a 415, a missing permission a 403`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let text = Body.text(Self.example, contentType: "text/plain")
            #expect(try await nuntiq.partnerAPI.call(.post, Self.path, body: text).status == 415)
            let app = nuntiq.app
            let reader = try await ApiUsers(
                database: app.database, environment: app.environment, secrets: app.installation.secrets
            ).create("reader", permissions: [.readDocs], in: nuntiq.tenant.id, by: .console)
            let refused = try await nuntiq.partnerAPI.showing(reader.apiKey)
                .call(.post, Self.path, body: .text(Self.example))
            #expect(refused.status == 403)
            let user = try await nuntiq.customerAPI.call(.post, Self.path, body: .text(Self.example))
            #expect(user.status == 200)
        }
    }

    @Test func `a large attachment streams through`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let content = "JVBERi0xLjQK" + String(repeating: "AAAA", count: 1 << 20)
            let body = Self.example.replacing("JVBERi0xLjQK...", with: content)
            let answer = try await nuntiq.partnerAPI.call(.post, Self.path, body: .text(body))
            #expect(answer.status == 200)
            #expect(answer.header("Warning") == nil)
        }
    }

    @Test(.proves("partner/dry-run-stores-nothing"), arguments: TestDatabase.allCases)
    func `a dry run says where it would go and stores nothing`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let path = "\(Self.path)?dry_run=true"
            let headers = ["Idempotency-Key": "k"]
            let answer = try await nuntiq.partnerAPI.call(.post, path, body: .text(Self.example), headers: headers)
            #expect(answer.status == 200)
            #expect(answer["data"]?["dry_run"] == true)
            #expect(answer["data"]?["resolution_path"] == "receiving_inbox")
            let real = try await nuntiq.partnerAPI.call(
                .post, Self.path, body: .text(Self.example), headers: headers)
            #expect(real.header("Idempotent-Replayed") == nil)
            let list = try await nuntiq.customerAPI.get("/api/v1/invoices")
            #expect(list["count"] == 1)
            let faulty = try await nuntiq.partnerAPI.post(path, ["invoice": [:]])
            #expect(faulty.status == 400)
        }
    }
}
