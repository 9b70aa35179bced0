import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct UploadTests {
    static let path = "/api/v1/attachments"
    static let pdf = SubmissionAttachmentTests.pdf

    private func upload(_ nuntiq: TestNuntiq, _ part: FormPart, by client: TestClient? = nil) async throws -> TestAnswer
    {
        try await (client ?? nuntiq.customerAPI).call(.post, Self.path, body: .form(part))
    }

    private func importing(_ tokens: [(JSONValue?, String)], _ nuntiq: TestNuntiq) async throws -> TestAnswer {
        let attachments = tokens.map { token, type in
            JSONValue.object(["document_token": token ?? .null, "type": .string(type)])
        }
        return try await nuntiq.customerAPI.post(
            ImportTests.path, .submission([:], ["attachments": .array(attachments)]))
    }

    @Test(.proves("customer/attachment-upload", "model/attachment-types"), arguments: TestDatabase.allCases)
    func `an uploaded file is named by its document_token in a later import`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let first = try await upload(nuntiq, FormPart(file: Self.pdf, named: "Rechnung März.pdf"))
            #expect(first.status == 201, "\(first.text)")
            #expect(
                first.json.object?.keys == ["document_token", "file_name", "content_type", "size", "expires_at"])
            #expect(first["file_name"] == "Rechnung März.pdf")
            #expect(first["content_type"] == "application/pdf")
            #expect(first["size"] == .number(JSONNumber(Int64(Self.pdf.count))))
            #expect(first["expires_at"] == "2026-05-21T12:00:00.000000Z")
            let second = try await upload(
                nuntiq, FormPart(file: [0, 1, 2], named: "../../x/data.bin", as: "extra", type: "Chemical/X-PDB; a=b"))
            #expect(second["file_name"] == "data.bin")
            #expect(second["content_type"] == "chemical/x-pdb")
            for _ in 0..<2 {
                let answer = try await importing(
                    [(first["document_token"], "IMAGE"), (second["document_token"], "ATTACHMENT")], nuntiq)
                #expect(answer.status == 200, "\(answer.text)")
                #expect(answer["data"]?["warnings"] == nil)
                let token = try #require(answer["data"]?["invoice_token"]?.string)
                let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
                let files = try #require(detail["attachments"]?.array)
                #expect(files.map { $0["type"] } == ["INVOICE_IMAGE", "EMAIL_ATTACHMENT"])
                #expect(files.map { $0["file_name"] } == ["Rechnung März.pdf", "data.bin"])
                let handle = try #require(files[0]["attachment_token"]?.string)
                let bytes = try await nuntiq.customerAPI.get("/api/v1/attachment/\(handle)")
                #expect(bytes.bytes == Self.pdf)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a token is worth nothing to others, elsewhere, or after a day`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let other = nuntiq.stranger.showing(try await nuntiq.user("other", [.postDocs]).apiKey)
            let theirs = try await upload(nuntiq, FormPart(file: Self.pdf, named: "a.pdf"), by: other)
            let own = try await upload(nuntiq, FormPart(file: Self.pdf, named: "a.pdf"))
            let refused = try await importing(
                [
                    (theirs["document_token"], "IMAGE"), ("0190a5b8-7c1e-7def-8abc-0123456789ab", "ATTACHMENT"),
                    (7, "X"),
                ],
                nuntiq)
            #expect(refused.status == 400)
            #expect(
                refused["details"]?.array?.compactMap { $0["field"]?.string } == [
                    "attachments[0].document_token", "attachments[1].document_token", "attachments[2].type",
                    "attachments[2].document_token",
                ])
            let file: JSONObject = ["document_token": own["document_token"] ?? .null, "type": "IMAGE"]
            let partner = try await nuntiq.customerAPI.post(
                TestNuntiq.submissions, .submission([:], ["attachments": [.object(file)]]))
            #expect(partner.status == 400)
            let forecast = try await nuntiq.customerAPI.post(
                "\(ImportTests.path)?dry_run=true", .submission([:], ["attachments": [.object(file)]]))
            #expect(forecast.status == 200)
            nuntiq.clock.advance(by: .seconds(86_399))
            #expect(try await importing([(own["document_token"], "IMAGE")], nuntiq).status == 200)
            nuntiq.clock.advance(by: .seconds(1))
            #expect(try await importing([(own["document_token"], "IMAGE")], nuntiq).status == 400)
        }
    }

    /// Bodies of a form, and the fields at fault.
    static let faulty: [(Body, [String])] = [
        (.form(), ["file"]),
        (.form(FormPart(head: "Content-Disposition: form-data; name=\"note\"", [1])), ["note"]),
        (.form(FormPart(file: [], named: "a.pdf")), ["file"]),
        (.form(FormPart(file: [1], named: " ")), ["file"]),
        (.form(FormPart(file: Array("hello".utf8), named: "a.pdf", as: "scan")), ["scan"]),
        (.form(FormPart(file: pdf, named: "a.png"), FormPart(file: pdf, named: "b.pdf", as: "b")), ["file", "b"]),
        (.form(FormPart(file: pdf, named: "a.pdf"), FormPart(file: pdf, named: "b.pdf", as: "b")), ["b"]),
    ]

    @Test func `what is not one sound file is a 400 that names each part, and nothing is left`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            for (body, fields) in Self.faulty {
                let answer = try await nuntiq.customerAPI.call(.post, Self.path, body: body)
                #expect(answer.status == 400)
                #expect(answer["error"] == "validation_failed")
                #expect(answer["details"]?.array?.compactMap { $0["field"]?.string } == fields)
            }
            #expect(try await nuntiq.rowCounts()["blob"] == 0)
        }
    }

    @Test(arguments: [
        (Body(Array("--x\r\n".utf8), contentType: "multipart/form-data; boundary=x"), 400, "malformed_multipart"),
        (Body(Array("--x\r\n".utf8), contentType: "multipart/form-data"), 400, "malformed_multipart"),
        (Body([0, 0xFF], contentType: "multipart/form-data; boundary=x"), 400, "malformed_multipart"),
        (Body([], contentType: "multipart/form-data; boundary=x"), 400, "body_missing"),
        (Body(Array("{}".utf8)), 415, "unsupported_media_type"),
        (Body(Array("{}".utf8), contentType: "multipart/mixed; boundary=x"), 415, "unsupported_media_type"),
    ])
    func `what is no form is refused in the envelope`(body: Body, status: Int, code: String) async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let answer = try await nuntiq.customerAPI.call(.post, Self.path, body: body)
            #expect(answer.status == status, "\(answer.text)")
            #expect(answer["error"] == .string(code))
            #expect(answer["request_id"]?.string?.isEmpty == false)
        }
    }

    @Test func `a file over 50 MiB is a 413, and nothing is left of it`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let large = [UInt8](repeating: 65, count: SubmissionLimits.attachmentBytesMax + 1)
            let answer = try await upload(nuntiq, FormPart(file: large, named: "large.bin"))
            #expect(answer.status == 413)
            #expect(answer["error"] == "attachment_too_large")
            #expect(try await nuntiq.app.installation.blobs.list(.live, after: nil, limit: 9).isEmpty)
        }
    }
}
