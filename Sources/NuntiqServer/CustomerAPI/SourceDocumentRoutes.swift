import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// - `POST /v1/source-documents`: documents that are to become invoices, needs `POST_DOCS`
struct SourceDocumentRoutes: Sendable {
    let documents: SourceDocuments

    /// What stands around the files in their body.
    private static let overheadBytesMax = 1 << 20
    private static let textsMax = 10

    var routes: [Route] {
        [
            .customer(
                .post, "/v1/source-documents", needs: [.postDocs],
                body: .multipart(
                    bytesMax: SourceDocumentIntake.filesMax * SubmissionLimits.attachmentBytesMax
                        + Self.overheadBytesMax),
                summary: "Upload documents that are to become invoices.", use: upload
            ).described(.sourceDocuments)
        ]
    }

    func upload(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let received = try await receive(request, by: context.principal)
        let answer = try await documents.store(received, by: context.principal)
        var headers: HTTPFields = [:]
        if let warning = answer.warningHeader { headers[.warning] = "299 - \"\(warning)\"" }
        return JSONAnswer(data: answer.data, headers: headers)
    }

    /// Reads the body chunk by chunk, no faster than the files are written.
    private func receive(_ request: Request, by principal: Principal) async throws -> ReceivedDocuments {
        var reader = try MultipartReader(
            contentType: request.headers[.contentType], partsMax: SourceDocumentIntake.filesMax + Self.textsMax)
        let intake = documents.intake(for: principal)
        do {
            for try await chunk in request.body {
                let events = try chunk.withUnsafeReadableBytes { try reader.feed($0) }
                for event in events { try await intake.take(event) }
            }
            try reader.finish()
            return try intake.finish()
        } catch {
            await intake.abandon()
            throw error
        }
    }
}

extension SourceDocumentIntake {
    fileprivate func take(_ event: MultipartReader.Event) async throws {
        switch event {
        case .begin(let part):
            try await begin(part: part.name, fileName: part.fileName, contentType: part.contentType)
        case .data(let bytes): try await append(bytes)
        case .end: try await end()
        }
    }
}

extension RouteDescription {
    static let sourceDocuments = RouteDescription(
        id: "uploadSourceDocuments",
        section: .imports,
        words: """
            Takes at most \(SourceDocumentIntake.filesMax) files of at most 50 MiB each: PDF, PNG, JPEG, TIFF, XML, \
            EML, and ZIP archives of such files, which are unpacked within bounds. Each document becomes an invoice \
            at status 10. `supplier_code` and `company_code` say whose it is and skip the search. A file that cannot \
            be taken is named, and nothing is stored.
            """,
        body: .multipart(
            [
                .required("files", .text("A file; its part has a filename. May come again.", format: "binary")),
                .optional("receiving_inbox", .text("The inbox; the default one where none is named.", counts: 0...255)),
                .optional("supplier_code", .text("The supplier's number.", counts: 0...255)),
                .optional("company_code", .text("The organisation's code.", counts: 0...255)),
            ], example: ["files": "%PDF-1.4", "supplier_code": "S-001"]),
        answers: [
            .data(
                "The documents wait to be read.",
                .object(
                    [
                        .required("sourceDocumentId", .id("Names the upload.")),
                        .required("filesUploaded", .whole("So many files came.")),
                        .required("pdfFilesQueued", .whole("So many PDFs wait to be read.")),
                        .required("status", .constant("processing")), .required("message", .text("The same in words.")),
                        .required("details", details),
                    ], named: "SourceDocument"),
                headers: [.optional("Warning", .text("What was accepted, but perhaps not as meant."))],
                example: [
                    "sourceDocumentId": 98765, "filesUploaded": 1, "pdfFilesQueued": 1, "status": "processing",
                    "message": "1 document waits to be read.",
                    "details": [
                        "uploadSessionId": "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55", "uploadReference": "UPL-98765",
                        "companyCode": .null, "supplierCode": "S-001", "totalPdfs": 1, "filesProcessed": 1,
                    ],
                ])
        ],
        errors: ["malformed_multipart", "attachment_too_large", "no_default_inbox"])

    private static let details = Schema.object([
        .required("uploadSessionId", .uuid("Names the call.")),
        .required("uploadReference", .text("Names the upload for people.")),
        .required("companyCode", .text("As it was sent.").orNull),
        .required("supplierCode", .text("As it was sent.").orNull),
        .required("totalPdfs", .whole("So many PDFs were found.")),
        .required("filesProcessed", .whole("So many documents were found.")),
    ])
}
