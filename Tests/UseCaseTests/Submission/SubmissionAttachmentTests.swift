import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SubmissionAttachmentTests {
    static let pdf = Array("%PDF-1.4\n% a small document\n".utf8)
    static let pdfText = "JVBERi0xLjQKJSBhIHNtYWxsIGRvY3VtZW50Cg=="

    static func body(_ attachments: JSONObject...) -> JSONValue {
        .submission([:], ["attachments": .array(attachments.map(JSONValue.object))])
    }

    static func attachment(
        _ content: String, name: String = "invoice.pdf", type: String = "ATTACHMENT"
    ) -> JSONObject {
        ["content": .string(content), "filename": .string(name), "type": .string(type)]
    }

    @Test(.proves("partner/attachment-lenient-base64", "partner/attachments-stream"), arguments: TestDatabase.allCases)
    func `files are decoded and kept, however the body is cut`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let spellings = [
                Self.pdfText, "JVBERi0xLjQK\r\nJSBhIHNtYWxs IGRv\tY3VtZW50Cg",
                "JVBERi0xLjQKJSBhIHNtYWxsIGRvY3VtZW50Cg=",
            ]
            for (chunk, text) in zip([1, 7, 64], spellings) {
                let image = Self.attachment(text, type: "IMAGE")
                let other = Self.attachment("-_-_", name: "data.bin")
                let answer = try await desk.submit(Self.body(image, other), chunk: chunk)
                let rows = try await desk.database.read { [tenant = desk.tenant] tx in
                    try tx.query(
                        """
                        SELECT type, file_name, content_type, size, blob FROM attachment
                        WHERE tenant = ? AND invoice = ? ORDER BY position
                        """,
                        [tenant, answer.invoice])
                }
                try #require(rows.count == 2)
                #expect(try (0..<3).map(rows[0].text) == ["INVOICE_IMAGE", "invoice.pdf", "application/pdf"])
                #expect(try (0..<3).map(rows[1].text) == ["EMAIL_ATTACHMENT", "data.bin", "application/octet-stream"])
                #expect(try await desk.blobs.bytes(desk.tenant, rows[0].blobHash(4)) == Self.pdf)
                #expect(try await desk.blobs.bytes(desk.tenant, rows[1].blobHash(4)) == [0xFB, 0xFF, 0xBF])
                #expect(try rows[0].int(3) == Int64(Self.pdf.count))
            }
            #expect(try await desk.count("blob") == 2)
        }
    }

    /// Attachments that are refused: the fields at fault.
    static let refused: [(JSONObject, [String])] = [
        (attachment("JVBE*"), ["attachments[0].content"]), (attachment("JVBER"), ["attachments[0].content"]),
        (attachment("JV=BE"), ["attachments[0].content"]), (attachment("JVBE.."), ["attachments[0].content"]),
        (attachment("JV...BE"), ["attachments[0].content"]), (attachment(""), ["attachments[0].content"]),
        (attachment("  \n"), ["attachments[0].content"]),
        (attachment("iVBORw0KGgo="), ["attachments[0].content"]),
        (attachment(pdfText, name: "scan.png"), ["attachments[0].content"]),
        (attachment(pdfText, name: "list.csv"), ["attachments[0].content"]),
        (attachment(pdfText, name: "invoice.xml"), ["attachments[0].content"]),
        (attachment("aGVsbG8=", name: "invoice.pdf"), ["attachments[0].content"]),
        (attachment(pdfText, name: " "), ["attachments[0].filename"]),
        (attachment(pdfText, type: "image"), ["attachments[0].type"]),
        (["filename": "a.pdf", "type": "IMAGE"], ["attachments[0].content"]),
        (["filename": "a.pdf", "type": "IMAGE", "content": 7], ["attachments[0].content"]),
        (
            ["document_token": "0190a5b8-7c1e-7def-8abc-0123456789ab", "type": "IMAGE"],
            ["attachments[0].document_token"]
        ),
    ]

    @Test(
        .proves(
            "partner/attachment-bad-base64", "partner/attachment-empty", "partner/attachment-contradicts-name",
            "partner/document-token-400"))
    func `a file that is not what it says is named by its index`() async throws {
        try await withDesk(on: .sqlite) { desk in
            for (attachment, fields) in Self.refused {
                let found = try await faults { _ = try await desk.submit(Self.body(attachment)) }
                #expect(found.map(\.field) == fields, "\(attachment)")
            }
            #expect(try await desk.count("invoice") == 0)
        }
    }

    @Test(.proves("partner/attachment-two-images", "partner/attachments-20"))
    func `two images and a twenty-first file are refused`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let image = Self.attachment(Self.pdfText, type: "IMAGE")
            let two = try await faults { _ = try await desk.submit(Self.body(image, image)) }
            #expect(two.map(\.field) == ["attachments[1].type"])
            let files = JSONValue.array(Array(repeating: .object(Self.attachment(Self.pdfText)), count: 21))
            let many = try await faults { _ = try await desk.submit(.submission([:], ["attachments": files])) }
            #expect(many.map(\.field) == ["attachments"])
        }
    }

    @Test(.proves("partner/attachment-ellipsis"), arguments: TestDatabase.allCases)
    func `the public example's shortened content is accepted and not stored`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let answer = try await desk.submit(Self.body(Self.attachment("JVBERi0xLjQK...", type: "IMAGE")))
            #expect(answer.warnings.map(\.field) == ["attachments[0].content"])
            #expect(
                answer.warningHeader
                    == "attachments[0].content: The content of invoice.pdf ends in '...', so this file was not stored.")
            #expect(try await desk.count("attachment") == 0)
            #expect(try await desk.count("blob") == 0)
        }
    }

    @Test(.proves("partner/attachment-50-mb"))
    func `a file over 50 MiB is refused before it is whole`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let intake = desk.submissions.intake(for: desk.globex)
            let head = Array(#"{"attachments":[{"filename":"big.bin","type":"ATTACHMENT","content":""#.utf8)
            let chunk = [UInt8](repeating: UInt8(ascii: "A"), count: 4 << 20)
            var fed = 0
            let error = await #expect(throws: SubmissionError.self) {
                try head.withUnsafeBytes { try intake.feed($0) }
                while fed < 80 << 20 {
                    try chunk.withUnsafeBytes { try intake.feed($0) }
                    try await intake.store()
                    fed += chunk.count
                }
            }
            await intake.abandon()
            #expect(error == .attachmentTooLarge(index: 0))
            #expect(fed < 72 << 20)
        }
    }

    @Test func `a dry run checks files and stores none`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let checked = try await desk.check(Self.body(Self.attachment(Self.pdfText, type: "IMAGE")))
            #expect(checked.submission.attachments.map(\.contentType) == ["application/pdf"])
            let found = try await faults { _ = try await desk.check(Self.body(Self.attachment("x"))) }
            #expect(found.map(\.field) == ["attachments[0].content"])
            #expect(try await desk.blobs.list(.live, after: nil, limit: 10).isEmpty)
        }
    }
}
