internal import NuntiqModel
internal import NuntiqStore

/// Reads the invoices of one account, newest first, each by the account's own part of the primary key.
struct SupplierInvoiceRepository {
    let tx: any Transaction
    let tenant: TenantID
    let account: Int64

    /// A token may be older than its row by so much: it is made on a node before the transaction begins.
    private static let tokenLead = Duration.seconds(600)

    /// One invoice, or `nil` when the account has sent no such one.
    func find(_ token: Token) throws -> SupplierInvoice? {
        try select("AND i.token = ?", [token], limit: 1).first
    }

    /// The invoices that a filter lets through: a range of the primary key, or of index `invoice_by_number`.
    func list(_ filter: SupplierInvoiceFilter, limit: Int) throws -> [SupplierInvoice] {
        var terms: [String] = []
        var values: [any SQLConvertible] = []
        if let number = filter.number {
            terms.append("AND i.number_key = ?")
            values.append(number)
        }
        if let before = filter.before {
            terms.append("AND i.token < ?")
            values.append(before)
        }
        if let since = filter.since {
            let first = Token.version7(at: since - Self.tokenLead, random: Array(repeating: 0, count: 8))
            terms.append("AND i.token >= ? AND i.created_at >= ?")
            values += [first, since] as [any SQLConvertible]
        }
        return try select(terms.joined(separator: " "), values, limit: limit)
    }

    /// Whether the supplier itself took it back, the last time that it went to 98.
    func wasWithdrawn(_ token: Token) throws -> Bool {
        let kind = try tx.query(
            """
            SELECT kind FROM event WHERE tenant = ? AND subject = ? AND to_status = ? AND from_status <> ?
            ORDER BY id DESC LIMIT 1
            """,
            [tenant, token, Status.integrationCancelled.rawValue, Status.integrationCancelled.rawValue]
        ).first?.text(0)
        return kind == Trigger.withdraw.rawValue
    }

    /// What was last said of it under a code: the issues and notes of that event.
    func lastWords(_ code: LifecycleCode, on token: Token) throws -> JSONObject? {
        try tx.query(
            "SELECT payload FROM event WHERE tenant = ? AND subject = ? AND code = ? ORDER BY id DESC LIMIT 1",
            [tenant, token, code.rawValue]
        ).first.flatMap { try $0.document(0) }
    }

    private func select(
        _ condition: String, _ values: [any SQLConvertible], limit: Int
    ) throws -> [SupplierInvoice] {
        let rows = try tx.query(
            """
            SELECT i.token, i.id, i.number, i.supplier_number, i.gross_amount, i.currency_code, i.created_at,
              \(InvoiceListRepository.effectiveStatus), s.held_from
            FROM invoice AS i JOIN invoice_state AS s ON s.tenant = i.tenant AND s.token = i.token
            WHERE i.tenant = ? AND i.account = ? \(condition) ORDER BY i.token DESC LIMIT ?
            """,
            [tx.now, tenant, account] + values + [limit])
        let pasts = try pasts(of: rows.map { try $0.token(0) })
        return try rows.map { row in try SupplierInvoice(row, pasts[row.token(0)] ?? SupplierPast()) }
    }

    /// The pasts of a page's invoices, by one query over the primary key.
    private func pasts(of tokens: [Token]) throws -> [Token: SupplierPast] {
        if tokens.isEmpty { return [:] }
        let list = tx.dialect.among(tokens)
        let codes = SupplierPast.codes.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let review = Status.needsReview.rawValue
        let rows = try tx.query(
            """
            SELECT subject, code FROM event WHERE tenant = ? AND subject \(list.sql)
              AND (code IN (\(codes)) OR (to_status = ? AND from_status <> ? AND kind <> 'message'))
            ORDER BY subject, id
            """,
            [tenant] + list.values + [review, review])
        var pasts: [Token: SupplierPast] = [:]
        for row in rows {
            let code = LifecycleCode(rawValue: try row.text(1)).flatMap { SupplierPast.codes.contains($0) ? $0 : nil }
            pasts[try row.token(0), default: SupplierPast()].add(code)
        }
        return pasts
    }
}

extension SupplierInvoice {
    fileprivate init(_ row: Row, _ past: SupplierPast) throws {
        let status = try row.status(7)
        let shown = SupplierStatus(status, heldFrom: try row.optional(8, row.status), past)
        var reasons: [LifecycleCode] = []
        if shown == .rejected { reasons.append(.rejected) }
        if shown == .actionNeeded, status == .needsReview, past.needsFix { reasons.append(.validationFailed) }
        if shown == .actionNeeded, past.isQuestionOpen { reasons.append(.underQuery) }
        self.init(
            token: try row.token(0), id: try row.int(1), number: try row.text(2), supplierNumber: try row.text(3),
            grossAmount: try row.text(4), currencyCode: try row.text(5), createdAt: try row.instant(6), status: shown,
            canBeWithdrawn: Status.transition(from: status, to: .integrationCancelled, trigger: .withdraw) != nil,
            reasons: reasons)
    }
}
