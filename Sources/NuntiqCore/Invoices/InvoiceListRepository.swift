internal import NuntiqModel
internal import NuntiqStore

/// Lists invoices as they stand at `tx.now`; no lock, no rule: ``effectiveStatus`` is all there is to know of lapses.
struct InvoiceListRepository {
    let tx: any Transaction
    let tenant: TenantID
    let filter: InvoiceFilter

    /// The status at `?`: a lease that is over is over at that second.
    static let effectiveStatus = "CASE WHEN s.lease_ends_at <= ? THEN s.lapse_status ELSE s.status END"

    func count() throws -> Int64 {
        let condition = self.condition
        let joined = condition.needsInvoice ? Self.join : ""
        return try tx.query(
            "SELECT count(*) FROM invoice_state AS s \(joined) WHERE s.tenant = ? \(condition.sql)",
            [tenant] + condition.values
        ).first?.int(0) ?? 0
    }

    /// Newest first: by token, which is ordered by time.
    func items(after: Token?, offset: Int, limit: Int) throws -> [InvoiceSummary] {
        var condition = self.condition
        if let after { condition.add("s.token < ?", [after]) }
        let first: [any SQLConvertible] = [tx.now, tx.now, tx.now, tenant]
        return try tx.query(
            """
            SELECT s.token, i.id, \(Self.effectiveStatus),
              s.version + CASE WHEN s.lease_ends_at <= ? THEN 1 ELSE 0 END,
              CASE WHEN s.lease_ends_at <= ? THEN s.lease_ends_at ELSE s.updated_at END,
              i.number, i.supplier_number, i.gross_amount, i.currency_code, i.created_at,
              i.reference_1, i.reference_2, i.reference_3, i.reference_4, i.reference_5
            FROM invoice_state AS s \(Self.join)
            WHERE s.tenant = ? \(condition.sql) ORDER BY s.token DESC LIMIT ? OFFSET ?
            """,
            first + condition.values + [limit, offset]
        ).map(InvoiceSummary.init)
    }

    private static let join = """
        JOIN invoice AS i ON i.tenant = s.tenant AND i.account = s.account AND i.token = s.token
        """

    private var condition: Condition {
        var condition = Condition()
        if let statuses = filter.statuses { add(statuses, to: &condition) }
        if let since = filter.since {
            condition.add(
                "(s.updated_at >= ? OR (s.lease_ends_at >= ? AND s.lease_ends_at <= ?))", [since, since, tx.now])
        }
        for (index, reference) in filter.references.enumerated() where !reference.isEmpty {
            condition.add("s.reference_\(index + 1) = ? AND s.reference_\(index + 1) <> ''", [reference])
        }
        if let number = filter.invoiceNumber { condition.add("i.number_key = ?", [number], needsInvoice: true) }
        if let supplier = filter.supplierNumber {
            condition.add("i.supplier_number = ?", [supplier], needsInvoice: true)
        }
        return condition
    }

    /// The stored status narrows by an index, the effective one decides.
    private func add(_ statuses: Set<Status>, to condition: inout Condition) {
        let wanted = statuses.map(\.rawValue).sorted()
        let stored = Set(wanted).union([Status.pendingAcknowledgement.rawValue, Status.pendingResult.rawValue])
        func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
        condition.add("s.status IN (\(marks(stored.count)))", stored.sorted())
        condition.add("\(Self.effectiveStatus) IN (\(marks(wanted.count)))", [tx.now] + wanted)
    }
}

/// Terms, each after an AND, with their values.
private struct Condition {
    private var terms: [String] = []
    private(set) var values: [any SQLConvertible] = []
    private(set) var needsInvoice = false

    var sql: String { terms.map { "AND \($0)" }.joined(separator: " ") }

    mutating func add(_ term: String, _ values: [any SQLConvertible], needsInvoice: Bool = false) {
        terms.append(term)
        self.values += values
        self.needsInvoice = self.needsInvoice || needsInvoice
    }
}

extension InvoiceSummary {
    fileprivate init(_ row: Row) throws {
        self.init(
            token: try row.token(0), id: try row.int(1), status: try row.status(2), version: try row.int(3),
            number: try row.text(5), supplierNumber: try row.text(6), grossAmount: try row.text(7),
            currencyCode: try row.text(8), references: try (10..<15).map(row.text), createdAt: try row.instant(9),
            updatedAt: try row.instant(4))
    }
}
