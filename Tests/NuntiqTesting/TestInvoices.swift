public import NuntiqCore
public import NuntiqModel
import NuntiqServer
public import NuntiqStore

/// An invoice as a test asks for it; everything has a default.
public struct InvoiceSeed: Sendable {
    /// The supplier's number for it.
    public var number = "INV-1"
    /// The supplier.
    public var supplierNumber = "S-001"
    /// The gross amount.
    public var gross = "1234.56"
    /// ISO 4217.
    public var currency = "EUR"
    /// What it calls the supplier; empty for nothing.
    public var supplierName = ""
    /// When it was issued, or empty.
    public var invoicedOn = ""
    /// When it is due, or empty.
    public var dueOn = ""
    /// `ext_reference_1…5`.
    public var references = ["", "", "", "", ""]
    /// What it says; the header above stands in it already.
    public var content = InvoiceContent()
    /// Where the pipeline leaves it.
    public var status = Status.pendingIntegrationFirst

    /// An invoice ready for the ERP.
    public init() {}

    /// The same with something changed.
    public static func with(_ change: (inout InvoiceSeed) -> Void) -> InvoiceSeed {
        var seed = InvoiceSeed()
        change(&seed)
        return seed
    }
}

extension InvoiceSeed {
    /// What it says in all.
    fileprivate var document: InvoiceContent {
        var document = content
        document.header.insert(Field("invoiceNumber", .text(number), source: .submitted), at: 0)
        let texts = [("supplierName", supplierName), ("supplierNumber", supplierNumber), ("currencyCode", currency)]
        for (key, text) in texts where !text.isEmpty {
            document.header.append(Field(key, .text(text), source: .submitted))
        }
        for (key, day) in [("invoiceDate", invoicedOn), ("dueDate", dueOn)] {
            if let date = CalendarDate(day) { document.header.append(Field(key, .date(date), source: .submitted)) }
        }
        if let gross = Amount(gross) {
            document.header.append(Field("grossAmount", .amount(gross), source: .submitted))
        }
        return document
    }

    /// Rows of the table that lead from 20 to its status, as far as no connector has to hold it.
    fileprivate var route: [(Status, Trigger)] {
        let begun: [(Status, Trigger)] = [(.enriching, .beginEnrichment)]
        let passed = begun + [(.pendingIntegrationFirst, .pass)]
        let failed = passed + [(.integrationFailed, .reportFailure)]
        return switch status {
        case .pendingIntegrationFirst: passed
        case .needsReview: begun + [(.needsReview, .failValidation)]
        case .duplicateSuspected: begun + [(.duplicateSuspected, .suspectDuplicate)]
        case .pendingApproval: begun + [(.pendingApproval, .requireApproval)]
        case .rejected: begun + [(.needsReview, .failValidation), (.rejected, .reject)]
        case .integrationOnHold: passed + [(.integrationOnHold, .hold)]
        case .integrationFailed: failed
        case .pendingIntegrationRetry: failed + [(.pendingIntegrationRetry, .release)]
        case .integrationCancelled: passed + [(.integrationCancelled, .cancel)]
        case .processed: passed + [(.processed, .reportSuccess)]
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .pendingAcknowledgement, .pendingResult,
            .integrationInDoubt:
            begun
        }
    }
}

/// Puts invoices into a database, as a submission and the pipeline would, without either.
public struct InvoiceSeeder: Sendable {
    let database: any Database
    /// The tenant that they belong to.
    public let tenant: TenantID
    private let random = RuntimeEnvironment.live().random

    /// Seeds for a tenant, of which no row needs to exist.
    public init(_ database: any Database, tenant: TenantID = TenantID(rawValue: 1)) {
        self.database = database
        self.tenant = tenant
    }

    /// Puts one invoice in.
    @discardableResult
    public func insert(_ seed: InvoiceSeed = InvoiceSeed()) async throws -> Token {
        try await database.write { tx in try insert(seed, in: tx) }
    }

    /// Puts one invoice in, within a transaction.
    public func insert(_ seed: InvoiceSeed, in tx: any Transaction) throws -> Token {
        let token = Token.version7(at: tx.now, random: random(8))
        try insertContent(seed, seed.document, token, in: tx)
        try ChangeStatus.insertState(
            tx, tenant: tenant, token: token, account: 7, status: .pendingEnrichment,
            references: seed.references.map(folded), by: .system)
        guard seed.status != .pendingEnrichment else { return token }
        let dueOn = try insertCard(seed, token, in: tx)
        for (status, trigger) in seed.route {
            try ChangeStatus.change(tx, tenant: tenant, token: token, to: status, by: trigger, dueOn: dueOn)
        }
        return token
    }

    private func insertCard(_ seed: InvoiceSeed, _ token: Token, in tx: any Transaction) throws -> String {
        let card = InvoiceCard(seed.document, references: seed.references)
        if let invoice = try InvoiceInProgress.load(tx, tenant, token) { try card.write(tx, for: invoice, issues: []) }
        return card.dueKey
    }

    private func insertContent(
        _ seed: InvoiceSeed, _ content: InvoiceContent, _ token: Token, in tx: any Transaction
    ) throws {
        let references: [any SQLConvertible] = seed.references
        try tx.execute(
            """
            INSERT INTO invoice (tenant, account, token, id, source_document_id, inbox, template, template_version,
              channel, workflow, resolution_path, number, number_key, supplier_number, gross_amount, currency_code,
              reference_1, reference_2, reference_3, reference_4, reference_5, content, answer, idempotency_key,
              created_at)
            VALUES (?, 7, ?, ?, ?, 1, 1, 1, 'partner_api', 'full_enrichment', 'default_fallback', ?, ?, ?, ?, ?,
              ?, ?, ?, ?, ?, ?, '{}', '', ?)
            """,
            [
                tenant, token, try tx.newID(), try tx.newID(), seed.number, trimmedFolded(seed.number),
                seed.supplierNumber, seed.gross, seed.currency,
            ]
                + references + [content.text, tx.now])
    }
}

extension Principal {
    /// A caller of the customer API with every permission.
    public static func sample(_ id: Int64 = 501, tenant: TenantID = TenantID(rawValue: 1), name: String = "erp")
        -> Principal
    {
        Principal(id: id, tenant: tenant, kind: .apiUser, name: name, permissions: Set(Permission.allCases))
    }
}

extension TestNuntiq {
    /// Puts invoices into the tenant of the test.
    public var seeder: InvoiceSeeder { InvoiceSeeder(app.database, tenant: tenant.id) }
}
