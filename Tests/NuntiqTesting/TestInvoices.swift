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
        try insertContent(seed, token, in: tx)
        try ChangeStatus.insertState(
            tx, tenant: tenant, token: token, account: 7, status: .pendingEnrichment,
            references: seed.references.map(folded), by: .system)
        guard seed.status != .pendingEnrichment else { return token }
        try ChangeStatus.change(tx, tenant: tenant, token: token, to: .enriching, by: .beginEnrichment)
        switch seed.status {
        case .pendingIntegrationFirst:
            try ChangeStatus.change(tx, tenant: tenant, token: token, to: seed.status, by: .pass)
        case .needsReview:
            try ChangeStatus.change(tx, tenant: tenant, token: token, to: seed.status, by: .failValidation)
        case .duplicateSuspected:
            try ChangeStatus.change(tx, tenant: tenant, token: token, to: seed.status, by: .suspectDuplicate)
        default: break
        }
        return token
    }

    private func insertContent(_ seed: InvoiceSeed, _ token: Token, in tx: any Transaction) throws {
        var content = seed.content
        content.header.insert(Field("invoiceNumber", .text(seed.number), source: .submitted), at: 0)
        if let gross = Amount(seed.gross) {
            content.header.append(Field("grossAmount", .amount(gross), source: .submitted))
        }
        let references: [any SQLConvertible] = seed.references
        try tx.execute(
            """
            INSERT INTO invoice (tenant, account, token, id, source_document_id, inbox, template, template_version,
              channel, workflow, resolution_path, number, number_key, supplier_number, gross_amount, currency_code,
              reference_1, reference_2, reference_3, reference_4, reference_5, content, answer, idempotency_key,
              created_at)
            VALUES (?, 7, ?, ?, ?, 1, 1, 1, 'partner_api', 'full_enrichment', 'default_fallback', ?, ?, ?, ?, 'EUR',
              ?, ?, ?, ?, ?, ?, '{}', '', ?)
            """,
            [
                tenant, token, try tx.newID(), try tx.newID(), seed.number, trimmedFolded(seed.number),
                seed.supplierNumber, seed.gross,
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
