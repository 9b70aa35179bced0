internal import NuntiqModel
internal import NuntiqStore

/// A stored payment with its lines.
struct StoredPayment: Sendable, Hashable {
    let id: Token
    var record: MasterRecord
    let createdAt: Instant
    var updatedAt: Instant
    /// The lines with the invoices that they pay.
    var lines: [(Token, MasterRecord)] = []

    static func == (left: StoredPayment, right: StoredPayment) -> Bool { left.id == right.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }

    var status: String { record["status"] ?? "" }

    /// By what the sender knows it; the second is empty where it has no name for it.
    var externalKey: [String] { [record["external_source"] ?? "", record["external_payment_id"] ?? ""] }
}

/// Rows of `payment` and `payment_line`.
struct PaymentRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// The payments of external ids, by source and id, held until the transaction ends (index `payment_by_external`).
    func find(external ids: [String]) throws -> [[String]: StoredPayment] {
        var found: [[String]: StoredPayment] = [:]
        for part in ids.parts(of: 100) {
            let rows = try tx.query(
                """
                SELECT id, document, created_at, updated_at FROM payment
                WHERE tenant = ? AND external_payment_id IN (\(Self.marks)) AND external_payment_id <> ''
                ORDER BY id \(tx.dialect.locking)
                """,
                [tenant] + part)
            for row in rows {
                let payment = try StoredPayment(row)
                found[payment.externalKey] = payment
            }
        }
        return found
    }

    /// Writes a payment; `false` when another one of the same external id came first.
    func save(_ payment: StoredPayment) throws -> Bool {
        let document = PaymentShape.bare.document(of: payment.record).serialized()
        return try !tx.query(
            """
            INSERT INTO payment (
              tenant, id, external_source, external_payment_id, status, document, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, id) DO UPDATE SET
              status = excluded.status, document = excluded.document, updated_at = excluded.updated_at
            RETURNING 1
            """,
            [
                tenant, payment.id, payment.record["external_source"] ?? "",
                payment.record["external_payment_id"] ?? "", payment.status, document, payment.createdAt,
                payment.updatedAt,
            ]
        ).isEmpty
    }

    /// Puts lines in the place of those of the same invoices, or of all.
    func save(_ lines: [(Token, MasterRecord)], of payment: Token, replacingAll: Bool) throws {
        if replacingAll {
            try tx.execute("DELETE FROM payment_line WHERE tenant = ? AND payment = ?", [tenant, payment])
        }
        for (invoice, record) in lines {
            try tx.execute(
                """
                INSERT INTO payment_line (tenant, payment, invoice, document) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant, payment, invoice) DO UPDATE SET document = excluded.document
                """,
                [tenant, payment, invoice, PaymentShape.line.shape.document(of: record).serialized()])
        }
    }

    /// The lines of payments (primary key).
    func lines(of payments: [Token]) throws -> [Token: [(Token, MasterRecord)]] {
        var lines: [Token: [(Token, MasterRecord)]] = [:]
        for part in payments.parts(of: 100) {
            let rows = try tx.query(
                """
                SELECT payment, invoice, document FROM payment_line
                WHERE tenant = ? AND payment IN (\(Self.marks)) ORDER BY payment, invoice
                """,
                [tenant] + part)
            for row in rows {
                lines[try row.token(0), default: []].append((try row.token(1), try Self.line(row, 2)))
            }
        }
        return lines
    }

    /// Those of the tokens that are invoices of the tenant (primary key).
    func invoices(among tokens: [Token]) throws -> Set<Token> {
        var known: Set<Token> = []
        for start in stride(from: 0, to: tokens.count, by: 1_000) {
            let list = tx.dialect.among(tokens[start..<min(start + 1_000, tokens.count)])
            let rows = try tx.query(
                "SELECT token FROM invoice_state WHERE tenant = ? AND token \(list.sql)", [tenant] + list.values)
            for row in rows { known.insert(try row.token(0)) }
        }
        return known
    }

    /// The payments of an invoice, the oldest first, each with its line (index `payment_line_by_invoice`).
    func payments(of invoice: Token) throws -> [StoredPayment] {
        try tx.query(
            """
            SELECT p.id, p.document, p.created_at, p.updated_at, l.document
            FROM payment_line AS l JOIN payment AS p ON p.tenant = l.tenant AND p.id = l.payment
            WHERE l.tenant = ? AND l.invoice = ? ORDER BY l.payment
            """,
            [tenant, invoice]
        ).map { row in
            var payment = try StoredPayment(row)
            payment.lines = [(invoice, try Self.line(row, 4))]
            return payment
        }
    }

    /// Whether this is the first time that a payment says this of an invoice.
    func isNews(_ code: LifecycleCode, of payment: Token, about invoice: Token) throws -> Bool {
        try !tx.query(
            """
            INSERT INTO payment_told (tenant, payment, invoice, code) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant, payment, invoice, code) DO NOTHING RETURNING 1
            """,
            [tenant, payment, invoice, code.rawValue]
        ).isEmpty
    }

    /// How many payments pass a filter.
    func count(_ filter: MasterFilter) throws -> Int64 {
        let (condition, values) = condition(filter)
        return try tx.query("SELECT count(*) FROM payment WHERE tenant = ? \(condition)", [tenant] + values)
            .first?.int(0) ?? 0
    }

    /// Payments that pass a filter, the newest first (primary key).
    func page(_ filter: MasterFilter, offset: Int, limit: Int) throws -> [StoredPayment] {
        let (condition, values) = condition(filter)
        var payments = try tx.query(
            """
            SELECT id, document, created_at, updated_at FROM payment
            WHERE tenant = ? \(condition) ORDER BY id DESC LIMIT ? OFFSET ?
            """,
            [tenant] + values + [limit, offset]
        ).map(StoredPayment.init)
        let lines = try lines(of: payments.map(\.id))
        for index in payments.indices { payments[index].lines = lines[payments[index].id] ?? [] }
        return payments
    }

    private func condition(_ filter: MasterFilter) -> (String, [any SQLConvertible]) {
        var parts: [String] = []
        var values: [any SQLConvertible] = []
        for term in filter.terms {
            switch term.field.name {
            case "external_source", "status":
                parts.append("AND \(term.field.name) = ?")
                values.append(term.value)
            case "external_payment_id":
                parts.append("AND external_payment_id = ? AND external_payment_id <> ''")
                values.append(term.value)
            default:
                parts.append("AND \(tx.dialect.textMember(of: "document")) = ?")
                values += [term.field.name, term.value] as [any SQLConvertible]
            }
        }
        return (parts.joined(separator: " "), values)
    }

    private static let marks = Array(repeating: "?", count: 100).joined(separator: ", ")

    private static func line(_ row: Row, _ column: Int) throws -> MasterRecord {
        PaymentShape.line.shape.record(from: try JSONValue.parse(try row.text(column), limits: .trusted))
    }
}

extension PaymentShape {
    /// A payment without its lines, which have rows of their own.
    static let bare = MasterShape(payment.fields)
}

extension StoredPayment {
    /// Reads `id, document, created_at, updated_at`.
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.token(0),
            record: PaymentShape.bare.record(from: try JSONValue.parse(try row.text(1), limits: .trusted)),
            createdAt: try row.instant(2), updatedAt: try row.instant(3))
    }
}

extension [Token] {
    /// Parts of exactly `count` tokens, the last one filled up by repeating.
    fileprivate func parts(of count: Int) -> [[any SQLConvertible]] {
        stride(from: 0, to: self.count, by: count).map { start in
            let part = self[start..<Swift.min(start + count, self.count)]
            guard let last = part.last else { return [] }
            return Array(part) + Array(repeating: last, count: count - part.count)
        }
    }
}
