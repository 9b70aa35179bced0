import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct AttachmentTypeTests {
    static let rows: [(name: String, content: String, type: String)] = [
        ("notes.txt", "BMW invoice of May", "text/plain"), ("list.csv", "a;b\n1;2\n", "text/csv"),
        ("page.html", "<html></html>", "text/html"), ("data.xml", "<Invoice/>", "application/xml"),
        ("invoice.pdf", "%PDF-1.7\n", "application/pdf"), ("table.xlsx", "PK\u{3}\u{4}", Self.spreadsheet),
        ("unknown.xyz", "whatever", "application/octet-stream"),
    ]
    private static let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    @Test(.proves("model/attachment-types"), arguments: TestDatabase.allCases)
    func `a file has the type that its content and its name agree on`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let attachments = Self.rows.map { row in
                SubmissionAttachmentTests.attachment(Data(row.content.utf8).base64EncodedString(), name: row.name)
            }
            let body = JSONValue.submission([:], ["attachments": .array(attachments.map(JSONValue.object))])
            let answer = try await desk.submit(body)
            let types = try await desk.database.read { [tenant = desk.tenant] tx in
                try tx.query(
                    "SELECT content_type FROM attachment WHERE tenant = ? AND invoice = ? ORDER BY position",
                    [tenant, answer.invoice]
                ).map { try $0.text(0) }
            }
            #expect(types == Self.rows.map(\.type))
        }
    }
}
