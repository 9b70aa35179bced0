public import NuntiqModel
public import NuntiqStore

/// A file of an invoice: one row of `attachment`.
public struct AttachmentRecord: Sendable, Hashable {
    /// The public handle.
    public let token: Token
    /// The invoice it belongs to.
    public let invoice: Token
    /// `INVOICE_IMAGE`, `EMAIL_ATTACHMENT` or `EMAIL`.
    public let type: String
    /// The name it came with.
    public let fileName: String
    /// What it is, as sniffed.
    public let contentType: String
    /// Its length in bytes.
    public let size: Int64
    /// Its bytes in the file store.
    public let blob: BlobHash
    /// The file it was derived from.
    public let parent: Token?
}

/// Rows of `attachment`, read.
struct AttachmentRepository {
    let tx: any Transaction

    /// The files of an invoice (index `attachment_by_invoice`).
    func list(_ tenant: TenantID, of invoice: Token) throws -> [AttachmentRecord] {
        try tx.query(
            """
            SELECT \(Self.columns) FROM attachment WHERE tenant = ? AND invoice = ? ORDER BY position
            """,
            [tenant, invoice]
        ).map(AttachmentRecord.init)
    }

    /// One file by its token.
    func find(_ tenant: TenantID, _ token: Token) throws -> AttachmentRecord? {
        try tx.query(
            "SELECT \(Self.columns) FROM attachment WHERE tenant = ? AND token = ?", [tenant, token]
        ).first.map(AttachmentRecord.init)
    }

    private static let columns = "token, invoice, type, file_name, content_type, size, blob, parent"
}

extension AttachmentRecord {
    fileprivate init(_ row: Row) throws {
        guard let blob = BlobHash(bytes: try row.bytes(6)) else { throw StoreError.unexpectedColumn(6) }
        self.init(
            token: try row.token(0), invoice: try row.token(1), type: try row.text(2), fileName: try row.text(3),
            contentType: try row.text(4), size: try row.int(5), blob: blob, parent: try row.optional(7, row.token))
    }
}

extension Invoices {
    /// One file, for callers that may read the invoice it belongs to.
    public func attachment(_ token: Token, for principal: Principal) async throws -> AttachmentRecord {
        try await database.read { tx in
            let tenant = principal.tenant
            guard let attachment = try AttachmentRepository(tx: tx).find(tenant, token) else {
                throw IntegrationError.attachmentNotFound
            }
            if principal.permissions.contains(.readDocs) { return attachment }
            let state = try InvoiceStateRepository(tx: tx).peek(tenant, attachment.invoice)
            guard state?.holder == principal.id else { throw IntegrationError.notReadable }
            return attachment
        }
    }
}
