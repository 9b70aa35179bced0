internal import NuntiqModel
internal import NuntiqStore

/// Writes a submission: rows `invoice`, `invoice_state`, `event`, `work`, and those of its files.
struct SubmissionRepository {
    /// The first request that used a key.
    struct Known: Sendable {
        let answer: SubmissionAnswer
        let hash: [UInt8]
        let parts: JSONObject
        let status: Int64
        let createdAt: Instant
    }

    let tx: any Transaction

    /// What was made under a key of an account, however long ago.
    func find(_ tenant: TenantID, account: Int64, key: String) throws -> Known? {
        try tx.query(
            """
            SELECT i.token, i.id, i.source_document_id, i.workflow, i.resolution_path, i.answer, i.request_hash,
              i.created_at, s.status
            FROM invoice AS i JOIN invoice_state AS s ON s.tenant = i.tenant AND s.token = i.token
            WHERE i.tenant = ? AND i.account = ? AND i.idempotency_key = ? AND i.idempotency_key <> ''
            """,
            [tenant, account, key]
        ).first.map(Known.init)
    }

    /// Writes the invoice.
    ///
    /// With a key, a twin's row that is not committed yet is waited for.
    /// - Returns: the answer; `nil`, and nothing written, when the key is in use already.
    func insert(_ invoice: NewInvoice) throws -> SubmissionAnswer? {
        let (id, source) = (try tx.newID(), try tx.newID())
        guard try insertRow(invoice, id: id, sourceDocument: source) else { return nil }
        try ChangeStatus.insertState(
            tx, tenant: invoice.principal.tenant, token: invoice.token, account: invoice.principal.id,
            status: .pendingEnrichment, references: invoice.foldedReferences, by: invoice.principal.actor)
        try insertFiles(of: invoice)
        try WorkQueue.enqueue(
            tx, WorkItem(tenant: invoice.principal.tenant, kind: "pipeline", subject: invoice.token.bytes))
        return SubmissionAnswer(
            invoice: invoice.token, invoiceID: id, sourceDocumentID: source, workflow: invoice.workflow,
            receivingInbox: invoice.route.address, resolutionPath: invoice.route.path.rawValue,
            warnings: invoice.warnings, warningHeader: SubmissionAnswer.header(of: invoice.warnings), isReplay: false)
    }

    /// Takes a key away from an invoice, so that it can be used again.
    func forget(_ key: String, of invoice: Token, account: Int64, in tenant: TenantID) throws {
        try tx.execute(
            "UPDATE invoice SET idempotency_key = '' WHERE tenant = ? AND account = ? AND token = ?",
            [tenant, account, invoice])
    }

    private func insertRow(_ invoice: NewInvoice, id: Int64, sourceDocument: Int64) throws -> Bool {
        let sql = """
            INSERT INTO invoice (
              tenant, account, token, id, source_document_id, inbox, template, template_version, channel, workflow,
              resolution_path, number, number_key, supplier_number, gross_amount, currency_code, reference_1,
              reference_2, reference_3, reference_4, reference_5, content, original, answer, idempotency_key,
              request_hash, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        let values = values(invoice, id: id, sourceDocument: sourceDocument)
        guard invoice.key != nil else {
            try tx.execute(sql, values)
            return true
        }
        let conflict = """
            ON CONFLICT (tenant, account, idempotency_key) WHERE idempotency_key <> '' DO NOTHING RETURNING id
            """
        return try !tx.query("\(sql) \(conflict)", values).isEmpty
    }

    private func values(_ invoice: NewInvoice, id: Int64, sourceDocument: Int64) -> [any SQLConvertible] {
        let number = invoice.text("invoiceNumber")
        let head: [any SQLConvertible] = [
            invoice.principal.tenant, invoice.principal.id, invoice.token, id, sourceDocument, invoice.route.inbox,
            invoice.route.template, invoice.route.templateVersion, invoice.channel.rawValue, invoice.workflow,
            invoice.route.path.rawValue, number, InvoiceFilter.numberKey(number), invoice.text("supplierNumber"),
            invoice.text("grossAmount"), invoice.text("currencyCode"),
        ]
        let references = invoice.submission.references.map { $0 as any SQLConvertible }
        let tail: [any SQLConvertible] = [
            invoice.content, invoice.original?.hash, JSONValue.object(invoice.answer).serialized(),
            invoice.key?.text ?? "", invoice.key?.hash.whole, tx.now,
        ]
        return head + references + tail
    }

    private func insertFiles(of invoice: NewInvoice) throws {
        let attachments = invoice.submission.attachments
        let tenant = invoice.principal.tenant
        try BlobRows.record(tx, tenant, attachments.map(\.file.reference) + (invoice.original.map { [$0] } ?? []))
        for (position, attachment) in attachments.enumerated() {
            try tx.execute(
                """
                INSERT INTO attachment (
                  tenant, token, invoice, position, type, file_name, content_type, size, blob, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    tenant, invoice.attachmentTokens[position], invoice.token, position,
                    attachment.isImage ? "INVOICE_IMAGE" : "EMAIL_ATTACHMENT", attachment.fileName,
                    attachment.contentType, attachment.file.reference.size, attachment.file.reference.hash, tx.now,
                ])
        }
    }
}

extension SubmissionRepository.Known {
    fileprivate init(_ row: Row) throws {
        let answer = try JSONValue.parse(try row.text(5), limits: .trusted)
        self.init(
            answer: SubmissionAnswer(
                invoice: try row.token(0), invoiceID: try row.int(1), sourceDocumentID: try row.int(2),
                workflow: try row.text(3), receivingInbox: answer["inbox"]?.string ?? "",
                resolutionPath: try row.text(4),
                warnings: try (answer["warnings"]?.array ?? []).map(SubmissionWarning.init),
                warningHeader: answer["header"]?.string, isReplay: true),
            hash: try row.optional(6, row.bytes) ?? [], parts: answer["parts"]?.object ?? [:],
            status: try row.int(8), createdAt: try row.instant(7))
    }
}
