public import NuntiqModel
public import NuntiqStore

/// What the account that sent an invoice may ask and do about it; another's invoice is not found.
public struct SupplierInvoices: Sendable {
    let database: any Database
    let integration: Integration

    /// The most invoices of a page.
    public static let pageMax = 100

    /// Works on a database; withdrawals go through the claim flow's own verbs.
    public init(database: any Database, integration: Integration) {
        self.database = database
        self.integration = integration
    }

    /// One invoice, with what its supplier may know of its past.
    ///
    /// - Throws: ``SupplierInvoiceError/notFound``.
    public func find(_ token: Token, for principal: Principal) async throws -> SupplierInvoiceDetail {
        try await database.read { tx in
            let repository = SupplierInvoiceRepository(tx: tx, tenant: principal.tenant, account: principal.id)
            guard let invoice = try repository.find(token) else { throw SupplierInvoiceError.notFound }
            let timeline = try LifecycleRepository(tx: tx, tenant: principal.tenant).timeline(of: token)
            return SupplierInvoiceDetail(
                invoice: invoice,
                messages: timeline.filter { LifecycleCatalogue.entry(of: $0.code).isPortalVisible },
                toFix: try repository.fixes(for: invoice))
        }
    }

    /// The account's invoices, newest first; pages that follow each other skip and repeat nothing.
    public func list(
        _ filter: SupplierInvoiceFilter, limit: Int, for principal: Principal
    ) async throws -> SupplierInvoicePage {
        precondition((1...Self.pageMax).contains(limit), "checked at the edge")
        let items = try await database.read { tx in
            try SupplierInvoiceRepository(tx: tx, tenant: principal.tenant, account: principal.id)
                .list(filter, limit: limit)
        }
        return SupplierInvoicePage(items: items, next: items.count < limit ? nil : items.last?.token)
    }

    /// 10…50, 90, 91 → 98; what this account has withdrawn already stays withdrawn.
    ///
    /// - Throws: ``SupplierInvoiceError``.
    public func withdraw(_ token: Token, reason: String, by principal: Principal) async throws -> Withdrawal {
        do {
            let change = try await integration.withdraw(token, reason: reason, by: principal)
            return Withdrawal(invoice: token, statusChanged: change.statusChanged)
        } catch IntegrationError.notFound {
            throw SupplierInvoiceError.notFound
        } catch IntegrationError.statusConflict {
            return try await earlierWithdrawal(of: token, by: principal)
        }
    }

    private func earlierWithdrawal(of token: Token, by principal: Principal) async throws -> Withdrawal {
        try await database.read { tx in
            let repository = SupplierInvoiceRepository(tx: tx, tenant: principal.tenant, account: principal.id)
            guard let invoice = try repository.find(token) else { throw SupplierInvoiceError.notFound }
            guard invoice.status == .withdrawn, try repository.wasWithdrawn(token) else {
                throw SupplierInvoiceError.notWithdrawable(invoice.status)
            }
            return Withdrawal(invoice: token, statusChanged: false)
        }
    }
}

extension SupplierInvoiceRepository {
    /// What the supplier must fix or answer, or why it was rejected, as it was last told.
    fileprivate func fixes(for invoice: SupplierInvoice) throws -> [SupplierFix] {
        try invoice.reasons.flatMap { code -> [SupplierFix] in
            guard let words = try lastWords(code, on: invoice.token) else { return [] }
            if let issues = words["issues"]?.array, !issues.isEmpty {
                let told = try issues.map { try ValidationIssue(json: $0) }
                    .filter { !SupplierLookup.rules.contains($0.rule) }
                if !told.isEmpty { return told.map { .issue($0) } }
            }
            let summary = LifecycleCatalogue.entry(of: code).description
            return [.note(code, words["note_supplier"]?.string ?? summary)]
        }
    }
}
