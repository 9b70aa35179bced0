import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SourceDocumentTests {
    static let path = "/api/v1/source-documents"
    static let pdf = SubmissionAttachmentTests.pdf

    @Test(.proves("customer/source-documents"), arguments: TestDatabase.allCases)
    func `each document becomes an invoice at 10, with its file`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let zip = ZipMaker.archive([("in/a.pdf", Self.pdf), ("in/b.xml", Array("<a/>".utf8)), ("notes.txt", [65])])
            let answer = try await nuntiq.customerAPI.call(
                .post, Self.path,
                body: .form(
                    FormPart(file: Self.pdf, named: "Rechnung.pdf", as: "files"),
                    FormPart(file: zip, named: "more.zip", as: "files"),
                    FormPart(head: "Content-Disposition: form-data; name=\"supplier_code\"", Array("S-001".utf8))))
            #expect(answer.status == 200, "\(answer.text)")
            let data = try #require(answer["data"])
            #expect(data["filesUploaded"] == 2 && data["pdfFilesQueued"] == 2 && data["status"] == "processing")
            #expect(data["details"]?["filesProcessed"] == 3 && data["details"]?["supplierCode"] == "S-001")
            #expect(data["details"]?["companyCode"] == .null && data["sourceDocumentId"]?.number?.int != nil)
            let list = try await nuntiq.customerAPI.get("/api/v1/invoices?status=10")
            let items = try #require(list["items"]?.array)
            #expect(items.count == 3 && items.allSatisfy { $0["supplier_number"] == "S-001" })
            var files: [[JSONValue]] = []
            for item in items {
                let token = item["invoice_token"]?.string ?? ""
                let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
                #expect(detail["invoice"]?["status"] == 10)
                files.append(detail["attachments"]?.array?.compactMap { $0["file_name"] } ?? [])
                let messages = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)/lifecycle-messages")
                #expect(messages["messages"]?.array?.map { $0["code"] } == ["RECEIVED"])
            }
            #expect(files.contains(["Rechnung.pdf"]) && files.contains(["a.pdf", "more.zip"]))
            try await nuntiq.work()
            #expect(try await nuntiq.customerAPI.get("/api/v1/invoices?status=10")["count"] == 3)
        }
    }

    @Test func `archives are unpacked as far as bounds go, names lead nowhere`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let deflated = try #require(Data(base64Encoded: ZipMaker.deflated)).map { $0 }
            let nested = ZipMaker.archive([("inner.zip", ZipMaker.archive([("b.pdf", Self.pdf)])), ("..", [65])])
            let answer = try await nuntiq.customerAPI.call(
                .post, Self.path,
                body: .form(FormPart(file: deflated, named: "a.zip"), FormPart(file: nested, named: "b.zip")))
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer["data"]?["pdfFilesQueued"] == 2 && answer["data"]?["filesUploaded"] == 2)
            let items = try await nuntiq.customerAPI.get("/api/v1/invoices?status=10")["items"]?.array ?? []
            var names: Set<String> = []
            for item in items {
                let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(item["invoice_token"]?.string ?? "")")
                let image = try #require(detail["attachments"]?.array?.first { $0["type"] == "INVOICE_IMAGE" })
                names.insert(image["file_name"]?.string ?? "")
                let token = image["attachment_token"]?.string ?? ""
                let file = try await nuntiq.customerAPI.get("/api/v1/attachment/\(token)")
                #expect(file.status == 200 && file.text.hasPrefix("%PDF-1.4"))
            }
            #expect(names == ["passwd.pdf", "b.pdf"])
        }
    }

    @Test func `what cannot be read is named, and nothing is stored`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let cases: [([FormPart], String)] = [
                ([], "files"), ([FormPart(file: [], named: "a.pdf")], "a.pdf"),
                ([FormPart(file: [65, 66], named: "a.txt")], "a.txt"),
                ([FormPart(file: Self.pdf, named: "a.png")], "a.png"),
                ([FormPart(file: [0x50, 0x4B, 3, 4, 0, 0], named: "a.zip")], "a.zip"),
                ([FormPart(file: ZipMaker.archive([("a.txt", [65])]), named: "a.zip")], "a.zip"),
                ([FormPart(file: ZipMaker.bomb(), named: "bomb.zip")], "bomb.zip"),
                (
                    [
                        FormPart(
                            file: Data(base64Encoded: ZipMaker.deflatedBomb).map { Array($0) } ?? [], named: "b.zip")
                    ], "b.zip"
                ),
                ([FormPart(file: ZipMaker.nested(3), named: "n.zip")], "x2.zip"),
                ([FormPart(file: ZipMaker.shared(), named: "s.zip")], "s.zip"),
                ([FormPart(file: ZipMaker.damaged(), named: "d.zip")], "d.zip"),
                (Array(repeating: FormPart(file: Self.pdf, named: "a.pdf"), count: 21), "files"),
            ]
            for (parts, field) in cases {
                let answer = try await nuntiq.customerAPI.call(.post, Self.path, body: .form(parts))
                #expect(answer.status == 400, "\(field): \(answer.text)")
                #expect(answer["details"]?.array?.first?["field"] == .string(field))
            }
            #expect(try await nuntiq.rowCounts()["invoice"] == 0)
        }
    }
}
