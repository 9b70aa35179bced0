public import NuntiqModel
internal import NuntiqStore

/// A document that is whole and in the file store, but has no row yet.
struct ReceivedDocument: Sendable, Hashable {
    /// The archive that a document came in.
    struct Parent: Sendable, Hashable {
        let fileName: String
        let file: BlobReference
    }

    let fileName: String
    let contentType: String
    let file: BlobReference
    let parent: Parent?

    var asParent: Parent { Parent(fileName: fileName, file: file) }

    /// Whether something may be read from a file.
    static func isDocument(_ kind: FileKind?, _ fileName: String) -> Bool {
        switch kind {
        case .pdf, .png, .jpeg, .tiff, .xml: true
        case nil: fileName.lowercased().hasSuffix(".eml")
        case .gif, .bmp, .zip, .gzip, .office, .windowsProgram, .elfProgram: false
        }
    }

    /// What is taken, in words.
    static let kinds = "Documents are PDF, PNG, JPEG, TIFF, XML or EML; a ZIP archive holds such files."
}

/// The files of an upload, and what was said beside them.
public struct ReceivedDocuments: Sendable, Hashable {
    let documents: [ReceivedDocument]
    /// How many files were sent; an archive counts as one.
    let files: Int
    let receivingInbox: String
    let supplierCode: String
    let companyCode: String
}

/// What is answered to an upload.
public struct SourceDocumentAnswer: Sendable, Hashable {
    /// Names the upload.
    public let sourceDocumentID: Int64
    let session: Token
    let received: ReceivedDocuments
    /// The invoices that were made, one for each document.
    public let invoices: [Token]
    /// The text of the `Warning` header; `nil` for none.
    public let warningHeader: String?

    private var message: String {
        let count = received.documents.count
        return count == 1 ? "1 document waits to be read." : "\(count) documents wait to be read."
    }

    /// `data` on the wire.
    public var data: JSONValue {
        let pdfs = Int64(received.documents.count { $0.contentType == "application/pdf" }).wire
        func text(_ value: String) -> JSONValue { value.isEmpty ? .null : .string(value) }
        let details: JSONObject = [
            "uploadSessionId": session.json, "uploadReference": .string("UPL-\(sourceDocumentID)"),
            "companyCode": text(received.companyCode), "supplierCode": text(received.supplierCode), "totalPdfs": pdfs,
            "filesProcessed": Int64(received.documents.count).wire,
        ]
        return [
            "sourceDocumentId": sourceDocumentID.wire, "filesUploaded": Int64(received.files).wire,
            "pdfFilesQueued": pdfs, "status": "processing",
            "message": .string(message), "details": .object(details),
        ]
    }
}
