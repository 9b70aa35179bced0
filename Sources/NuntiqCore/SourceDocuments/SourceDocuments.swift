internal import NuntiqModel
public import NuntiqStore

/// Documents that are to become invoices: stored whole, one invoice at status 10 for each.
public struct SourceDocuments: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let blobs: any BlobStore

    /// Works on a database and a file store.
    public init(database: any Database, environment: RuntimeEnvironment, blobs: any BlobStore) {
        self.database = database
        self.environment = environment
        self.blobs = blobs
    }

    /// Begins to receive an upload.
    public func intake(for principal: Principal) -> SourceDocumentIntake {
        SourceDocumentIntake(tenant: principal.tenant, blobs: blobs)
    }

    /// Makes an invoice of each document; all or none.
    ///
    /// - Throws: ``SubmissionError/noDefaultInbox``.
    public func store(_ received: ReceivedDocuments, by principal: Principal) async throws -> SourceDocumentAnswer {
        let tokens = received.documents.map { _ in (newToken(), newToken(), newToken()) }
        let session = newToken()
        return try await database.write { tx in
            let wish = RoutingWish(receivingInbox: received.receivingInbox, externalIdentifier: "")
            guard let route = try RouteRepository(tx: tx).route(principal.tenant, wish) else {
                throw SubmissionError.noDefaultInbox
            }
            let repository = SourceDocumentRepository(tx: tx, principal: principal, route: route)
            let source = try tx.newID()
            try BlobRows.record(
                tx, principal.tenant, received.documents.flatMap { [$0.file] + ($0.parent.map { [$0.file] } ?? []) })
            for (document, (invoice, image, parent)) in zip(received.documents, tokens) {
                try repository.insert(document, of: received, as: invoice, image, parent: parent, source: source)
            }
            return SourceDocumentAnswer(
                sourceDocumentID: source, session: session, received: received, invoices: tokens.map(\.0),
                warningHeader: SubmissionAnswer.header(of: route.warnings))
        }
    }

    private func newToken() -> Token {
        Token.version7(at: environment.now(nil), random: environment.random(8))
    }
}

/// Writes rows `invoice`, `invoice_state`, `event` and `attachment` of a document.
private struct SourceDocumentRepository {
    let tx: any Transaction
    let principal: Principal
    let route: InboxRoute

    func insert(
        _ document: ReceivedDocument, of upload: ReceivedDocuments, as invoice: Token, _ image: Token, parent: Token,
        source: Int64
    ) throws {
        try insertInvoice(upload, invoice, source: source)
        try ChangeStatus.insertState(
            tx, tenant: principal.tenant, token: invoice, account: principal.id, status: .receivedDocument,
            references: Array(repeating: "", count: 5), by: principal.actor)
        if let archive = document.parent {
            try insertFile(
                parent, invoice, 1, "EMAIL_ATTACHMENT", archive.fileName, "application/zip", archive.file, nil)
        }
        let isMail = document.contentType == "message/rfc822"
        try insertFile(
            image, invoice, 0, isMail ? "EMAIL" : "INVOICE_IMAGE", document.fileName, document.contentType,
            document.file, document.parent.map { _ in parent })
    }

    /// What was said of supplier and organisation is all that is known yet.
    private func insertInvoice(_ upload: ReceivedDocuments, _ invoice: Token, source: Int64) throws {
        var content = InvoiceContent()
        for (key, text) in [("supplierNumber", upload.supplierCode), ("organizationCode", upload.companyCode)]
        where !text.isEmpty {
            content.header.append(Field(key, .text(text), source: .submitted))
        }
        let names: [any SQLConvertible] = [
            "upload", Workflow.fullEnrichment.rawValue, route.path.rawValue, "", InvoiceFilter.numberKey(""),
            upload.supplierCode, "", "", "", "", "", "", "", content.text, "{}", "",
        ]
        try tx.execute(
            """
            INSERT INTO invoice (
              tenant, account, token, id, source_document_id, inbox, template, template_version, created_at, channel,
              workflow, resolution_path, number, number_key, supplier_number, gross_amount, currency_code, reference_1,
              reference_2, reference_3, reference_4, reference_5, content, answer, idempotency_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                principal.tenant, principal.id, invoice, try tx.newID(), source, route.inbox, route.template,
                route.templateVersion, tx.now,
            ] + names)
    }

    private func insertFile(
        _ token: Token, _ invoice: Token, _ position: Int, _ type: String, _ name: String, _ contentType: String,
        _ file: BlobReference, _ parent: Token?
    ) throws {
        try tx.execute(
            """
            INSERT INTO attachment (
              tenant, token, invoice, position, type, file_name, content_type, size, blob, parent, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                principal.tenant, token, invoice, position, type, name, contentType, file.size, file.hash, parent,
                tx.now,
            ])
    }
}
