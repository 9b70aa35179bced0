import Foundation
public import NuntiqModel

/// Takes documents for extraction, and invoices whose data are known.
public struct IngestionLoad: Sendable {
    private let api: APIClient

    /// Works for the run of `context`.
    public init(_ context: JobContext) {
        api = context.api
    }

    /// What became of an upload.
    public struct Upload: Sendable, Hashable {
        /// The arrival.
        public let sourceDocumentID: Int64
        /// How many files came.
        public let filesUploaded: Int64
        /// How many of them, and of those in ZIPs, wait for extraction.
        public let pdfFilesQueued: Int64
        /// Names the upload.
        public let uploadSessionID: String?
    }

    /// Where documents belong; hints that skip matching.
    public struct Hints: Sendable, Hashable {
        /// The inbox that receives them.
        public var receivingInbox: String?
        /// Who sent them.
        public var supplierCode: String?
        /// For whom they are.
        public var companyCode: String?

        /// Gives hints; all may be left out.
        public init(receivingInbox: String? = nil, supplierCode: String? = nil, companyCode: String? = nil) {
            self.receivingInbox = receivingInbox
            self.supplierCode = supplierCode
            self.companyCode = companyCode
        }
    }

    /// Uploads 1 to 20 documents; ZIPs are unpacked by Nuntiq; not sent again after a lost answer.
    public func ingest(_ files: [FileContent], hints: Hints = Hints()) async throws -> Upload {
        try ArgumentError.check("files", files.count, within: 1...MultipartForm.filesMax)
        let form = MultipartForm(
            fields: [
                ("receiving_inbox", hints.receivingInbox), ("supplier_code", hints.supplierCode),
                ("company_code", hints.companyCode),
            ], files: files, part: "files", boundary: "nuntiq-\(api.environment.idempotencyKey())")
        let path = "/v1/source-documents"
        let data = try await api.upload(path, form)["data"]
        guard let id = data?["sourceDocumentId"]?.number?.int else {
            throw APIError.unexpected(path: path, reason: "it has no sourceDocumentId")
        }
        return Upload(
            sourceDocumentID: id, filesUploaded: data?["filesUploaded"]?.number?.int ?? 0,
            pdfFilesQueued: data?["pdfFilesQueued"]?.number?.int ?? 0,
            uploadSessionID: data?["details"]?["uploadSessionId"]?.string)
    }

    /// Imports an invoice whose members are named as on the wire.
    ///
    /// `payment_portal` validates only, `full_enrichment` also matches. At most 20 attachments, of which one may be the
    /// invoice's image. The same `idempotencyKey` within a day returns the same invoice; each call makes one for its
    /// own attempts.
    public func importInvoice(
        _ invoice: JSONObject, workflow: String = "payment_portal", receivingInbox: String? = nil,
        image: FileContent? = nil, attachments: [FileContent] = [], externalIdentifier: String? = nil,
        idempotencyKey: String? = nil
    ) async throws -> ImportedInvoice {
        try ArgumentError.check("attachments", attachments.count + (image == nil ? 0 : 1), within: 0...20)
        let files = (image.map { [Self.json($0, "IMAGE")] } ?? []) + attachments.map { Self.json($0, "ATTACHMENT") }
        let body = JSONObject(present: [
            "workflow": .string(workflow), "invoice": .object(invoice),
            "receiving_inbox": receivingInbox.map { .string($0) },
            "external_identifier": externalIdentifier.map { .string($0) },
            "attachments": files.isEmpty ? nil : .array(files),
        ])
        let path = "/v1/invoice-import"
        let answer = try await api.post(
            path, .object(body), headers: ["Idempotency-Key": idempotencyKey ?? api.environment.idempotencyKey()])
        guard let imported = ImportedInvoice(answer["data"]) else {
            throw APIError.unexpected(path: path, reason: "it has no invoice_token")
        }
        return imported
    }

    private static func json(_ file: FileContent, _ type: String) -> JSONValue {
        [
            "type": .string(type), "filename": .string(file.name), "content_type": .string(file.contentType),
            "content": .string(Data(file.bytes).base64EncodedString()),
        ]
    }
}

/// The answer to an import.
public struct ImportedInvoice: Sendable, Hashable {
    /// The invoice's handle.
    public let invoiceToken: String
    /// Its number in the installation.
    public let invoiceID: Int64
    /// What was kept but not understood.
    public let warnings: [String]
    /// The whole answer.
    public let raw: JSONValue

    init?(_ json: JSONValue?) {
        guard let json, let token = json["invoice_token"]?.string, let id = json["invoice_id"]?.number?.int
        else { return nil }
        invoiceToken = token
        invoiceID = id
        warnings = (json["warnings"]?.array ?? []).compactMap(\.string)
        raw = json
    }
}
