public import NuntiqModel
internal import NuntiqStore

/// What an invoice is apart from its state: one row of `invoice`.
public struct InvoiceRecord: Sendable, Hashable {
    /// The public handle.
    public let token: Token
    /// The number within the installation.
    public let id: Int64
    /// The number of the arrival it came with.
    public let sourceDocumentID: Int64
    /// The inbox it came to.
    public let inbox: Int64
    /// `ext_reference_1…5` as sent; empty where there is none.
    public let references: [String]
    /// What it says.
    public let content: InvoiceContent
    /// The names and order of its fields.
    public let template: FieldTemplate
    /// When it came in.
    public let createdAt: Instant
}

/// Rows of `invoice`, read.
struct InvoiceRepository {
    let tx: any Transaction

    /// The row of one invoice; the account stands in its state.
    func find(_ tenant: TenantID, account: Int64, _ token: Token) throws -> InvoiceRecord? {
        let rows = try tx.query(
            """
            SELECT id, source_document_id, inbox, template, template_version, created_at, content,
              reference_1, reference_2, reference_3, reference_4, reference_5
            FROM invoice WHERE tenant = ? AND account = ? AND token = ?
            """,
            [tenant, account, token])
        return try rows.first.map { row in
            InvoiceRecord(
                token: token, id: try row.int(0), sourceDocumentID: try row.int(1), inbox: try row.int(2),
                references: try (7..<12).map(row.text), content: try InvoiceContent(text: try row.text(6)),
                template: try TemplateRepository(tx).find(tenant, row.int(3), version: row.int(4))?.fields ?? .standard,
                createdAt: try row.instant(5))
        }
    }

    /// The number of one invoice.
    func id(_ tenant: TenantID, account: Int64, _ token: Token) throws -> Int64? {
        try tx.query(
            "SELECT id FROM invoice WHERE tenant = ? AND account = ? AND token = ?", [tenant, account, token]
        ).first?.int(0)
    }
}
