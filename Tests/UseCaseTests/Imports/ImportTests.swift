import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct ImportTests {
    static let path = "/api/v1/invoice-import"

    @Test(.proves("customer/invoice-import"), arguments: TestDatabase.allCases)
    func `an import is a submission with a workflow, answered in the envelope`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            for (sent, workflow) in [
                (nil, "payment_portal"), ("payment_portal", "payment_portal"), ("full_enrichment", "full_enrichment"),
            ] as [(String?, String)] {
                let more: JSONObject = sent.map { ["workflow": .string($0)] } ?? [:]
                let answer = try await nuntiq.customerAPI.post(Self.path, .submission([:], more))
                #expect(answer.status == 200, "\(answer.text)")
                #expect(answer.json.object?.keys == ["success", "data"])
                let data = try #require(answer["data"]?.object)
                #expect(
                    data.keys == [
                        "invoice_token", "invoice_id", "source_document_id", "workflow", "effective_workflow",
                        "invoice_status", "receiving_inbox", "resolution_path", "pdf_will_be_generated",
                    ])
                #expect(data["workflow"] == .string(workflow))
                #expect(data["effective_workflow"] == .string(workflow))
                try await nuntiq.work()
                let token = try #require(data["invoice_token"]?.string)
                let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
                #expect(detail["invoice"]?["status"] == 90)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an import is idempotent as a submission is, and its faults come all at once`(
        kind: TestDatabase
    ) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let headers = ["Idempotency-Key": "import-1"]
            let first = try await nuntiq.customerAPI.post(Self.path, .submission(), headers: headers)
            let again = try await nuntiq.customerAPI.post(Self.path, .submission(), headers: headers)
            #expect(again.bytes == first.bytes)
            #expect(again.header("Idempotent-Replayed") == "true")
            #expect(again.header("Idempotency-Key") == "import-1")
            let other = try await nuntiq.customerAPI.post(
                Self.path, .submission([:], ["workflow": "full_enrichment"]), headers: headers)
            #expect(other.status == 422)
            #expect(other["differing_parts"] == ["workflow"])
            let faulty = try await nuntiq.customerAPI.post(
                Self.path,
                .submission(
                    ["currency": "ZZZ"],
                    [
                        "workflow": 7,
                        "attachments": [["document_token": "x", "type": "IMAGE", "content": "AAAA"], ["type": "X"]],
                    ]))
            #expect(faulty.status == 400)
            #expect(
                faulty["details"]?.array?.compactMap { $0["field"]?.string } == [
                    "workflow", "invoice.currency", "attachments[0].content", "attachments[0].document_token",
                    "attachments[1].type", "attachments[1].filename", "attachments[1].content",
                ])
        }
    }

    @Test(.proves("customer/permission-post-docs"))
    func `POST_DOCS opens imports, uploads and what people do with invoices, others do not`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let clerk = nuntiq.stranger.showing(try await nuntiq.user("clerk", [.postDocs]).apiKey)
            let submitter = nuntiq.stranger.showing(try await nuntiq.user("in", [.submitSupplierInvoice]).apiKey)
            let others = Set(Permission.allCases).subtracting([.postDocs, .submitSupplierInvoice])
            let rest = nuntiq.stranger.showing(try await nuntiq.user("rest", others).apiKey)
            let file = Body.form(FormPart(file: SubmissionAttachmentTests.pdf, named: "a.pdf"))
            func statuses(_ client: TestClient) async throws -> [Int] {
                let token = try await nuntiq.submitAndWork()
                var statuses: [Int] = []
                statuses.append(try await client.post(Self.path, .submission()).status)
                statuses.append(try await client.call(.post, UploadTests.path, body: file).status)
                for verb in ["hold", "release", "reprocess", "reject", "cancel"] {
                    let answer = try await client.post("/api/v1/invoices/\(token)/\(verb)", ["reason": "r"])
                    statuses.append(answer.status)
                    if verb == "reprocess" { try await nuntiq.work() }
                }
                return statuses
            }
            #expect(try await statuses(clerk) == [200, 201, 200, 200, 200, 200, 409])
            #expect(try await statuses(submitter) == [200, 403, 403, 403, 403, 403, 403])
            #expect(try await statuses(rest) == [403, 403, 403, 403, 403, 403, 403])
            for path in [Self.path, UploadTests.path] {
                #expect(try await nuntiq.partnerAPI.post(path, .submission()).status == 401)
                #expect(try await nuntiq.stranger.post(path, .submission()).status == 401)
            }
        }
    }

    @Test(arguments: [
        ("[]", 400, "validation_failed"), ("{", 400, "malformed_json"), ("\u{0}", 400, "malformed_json"),
        ("{\"invoice\": {\"notes\": \"\\u0000\"}}", 400, "validation_failed"),
        ("{\"invoice\": {\"total_amount\": 1e999}}", 400, "validation_failed"),
        ("{\"attachments\": {\"document_token\": 1}}", 400, "validation_failed"),
        ("{\"attachments\": [[[[[[[[[1]]]]]]]]]}", 400, "validation_failed"),
    ])
    func `bad input is a 400 in the envelope`(body: String, status: Int, code: String) async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let answer = try await nuntiq.customerAPI.call(.post, Self.path, body: .text(body))
            #expect(answer.status == status)
            #expect(answer["error"] == .string(code))
            let form = try await nuntiq.customerAPI.call(
                .post, Self.path, body: .text(body, contentType: "multipart/form-data; boundary=x"))
            #expect(form.status == 415)
        }
    }
}
