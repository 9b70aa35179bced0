internal import NuntiqModel
internal import NuntiqStore

/// Writes rows of `invoice_card`, and the index over their words with them.
struct InvoiceCardRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// The names by which an invoice is looked for and which it does not say itself: its sender's, its files'.
    func names(around invoice: InvoiceInProgress) throws -> [String] {
        let partner = try tx.query(
            "SELECT name FROM partner WHERE tenant = ? AND id = ?", [tenant, invoice.state.account])
        let files = try tx.query(
            "SELECT file_name FROM attachment WHERE tenant = ? AND invoice = ? ORDER BY position LIMIT 100",
            [tenant, invoice.state.token])
        return try (partner + files).map { try $0.text(0) }
    }

    /// Writes a card; one that says the same already stays as it is.
    func put(_ card: InvoiceCard, words: String, for invoice: InvoiceInProgress) throws {
        let id = invoice.record.id
        let old = try tx.query("SELECT words FROM invoice_card WHERE tenant = ? AND id = ?", [tenant, id]).first
        try tx.execute(
            """
            INSERT INTO invoice_card (
              tenant, id, token, supplier_name, document_type, invoiced_on, due_on, gross_key, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, id) DO UPDATE SET
              supplier_name = excluded.supplier_name, document_type = excluded.document_type,
              invoiced_on = excluded.invoiced_on, due_on = excluded.due_on, gross_key = excluded.gross_key,
              words = excluded.words
            """,
            [
                tenant, id, invoice.state.token, card.supplierName, card.documentType, card.invoicedOn, card.dueOn,
                card.grossKey, words,
            ])
        try tx.indexWords(words, of: id, replacing: try old?.text(0))
    }

    /// Invoices after a place in the primary key that have no card yet.
    func missing(after place: (account: Int64, token: Token)?, limit: Int) throws -> [(account: Int64, token: Token)] {
        let start: [any SQLConvertible] = [place?.account ?? Int64.min, place?.token.bytes ?? []]
        return try tx.query(
            """
            SELECT i.account, i.token FROM invoice AS i
            WHERE i.tenant = ? AND (i.account, i.token) > (?, ?)
              AND NOT EXISTS (SELECT 1 FROM invoice_card AS c WHERE c.tenant = i.tenant AND c.id = i.id)
            ORDER BY i.account, i.token LIMIT ?
            """,
            [tenant] + start + [limit]
        ).map { (try $0.int(0), try $0.token(1)) }
    }

    /// Puts the due date beside the status, where it was not known when the invoice came in.
    func setDue(_ key: String, of token: Token) throws {
        try tx.execute(
            "UPDATE invoice_state SET due_on = ? WHERE tenant = ? AND token = ?", [key, tenant, token])
    }
}
