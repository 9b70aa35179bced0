internal import NuntiqModel
internal import NuntiqStore

/// Rows of `event` that are lifecycle messages, read.
struct LifecycleRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// An ambiguous reference names so many invoices.
    private static let ambiguousMax = 50

    /// An invoice's messages, the oldest first (primary key).
    func timeline(of token: Token, tier: LifecycleTier? = nil) throws -> [LifecycleMessage] {
        try select("AND e.subject = ? \(Self.condition(tier)) ORDER BY e.id", [token], order: "e.id")
    }

    /// One message of an invoice (primary key).
    func find(_ id: Int64, of token: Token) throws -> LifecycleMessage? {
        try select("AND e.subject = ? AND e.id = ?", [token, id], order: "e.id").first
    }

    /// The message of this code that was written last on an invoice, whose row is locked (primary key).
    func last(_ code: LifecycleCode, of token: Token) throws -> LifecycleMessage? {
        try select(
            "AND e.subject = ? AND e.code = ? ORDER BY e.id DESC LIMIT 1", [token, code.rawValue], order: "e.id"
        ).first
    }

    /// Messages after a place in the feed, in its order (index `event_by_reference_N` of the first one named).
    ///
    /// `e.code <> ''` and `<> ''` of the reference are the conditions of the partial index.
    func feed(_ filter: LifecycleFilter, after place: Instant, limit: Int) throws -> [LifecycleMessage] {
        let named = filter.references.enumerated().filter { !$0.element.isEmpty }
        let references = named.map { "AND e.reference_\($0.offset + 1) = ? AND e.reference_\($0.offset + 1) <> ''" }
        return try select(
            """
            \(references.joined(separator: " ")) AND e.recorded_at > ? \(Self.condition(filter.tier))
            ORDER BY e.recorded_at LIMIT ?
            """,
            named.map(\.element) + [place, limit], order: "e.recorded_at")
    }

    /// The codes on an invoice's timeline, in order (primary key).
    func codes(of token: Token) throws -> [LifecycleCode] {
        try tx.query(
            "SELECT code FROM event WHERE tenant = ? AND subject = ? AND code <> '' ORDER BY id", [tenant, token]
        ).map { try $0.lifecycleCode(0) }
    }

    /// The invoice that is meant; a number is looked up by index `invoice_by_number`.
    func token(of target: LifecycleTarget) throws -> Token {
        switch target {
        case .invoice(let token):
            return token
        case .reference(let number, let supplier):
            let tokens = try tx.query(
                "SELECT token FROM invoice WHERE tenant = ? AND number_key = ? AND supplier_number = ? LIMIT ?",
                [tenant, InvoiceFilter.numberKey(number), supplier, Self.ambiguousMax]
            ).map { try $0.token(0) }
            guard let token = tokens.first else {
                throw LifecycleError.referenceUnknown(invoiceNumber: number, supplierCode: supplier)
            }
            guard tokens.count == 1 else { throw LifecycleError.referenceAmbiguous(tokens.sorted()) }
            return token
        }
    }

    /// Whether the tenant wants a clarification code with a message of this code.
    ///
    /// Its settings list such codes under `clarification_required`.
    func isClarificationRequired(with code: LifecycleCode) throws -> Bool {
        let settings = try tx.query("SELECT settings FROM tenant WHERE id = ?", [tenant]).first?.document(0)
        let codes = settings?["clarification_required"]?.array ?? []
        return codes.contains(.string(code.rawValue))
    }

    /// Finds the events first, by the index they are meant for, and then what belongs to each.
    private func select(_ end: String, _ values: [any SQLConvertible], order: String) throws -> [LifecycleMessage] {
        try tx.query(
            """
            SELECT e.id, e.subject, e.code, e.source, e.actor_type, e.actor_id, e.actor_name, e.occurred_at,
              e.recorded_at, e.payload, e.reference_1, e.reference_2, e.reference_3, e.reference_4, e.reference_5,
              i.id, i.reference_1, i.reference_2, i.reference_3, i.reference_4, i.reference_5
            FROM (SELECT * FROM event AS e WHERE e.tenant = ? AND e.code <> '' \(end)) AS e
            JOIN invoice_state AS s ON s.tenant = e.tenant AND s.token = e.subject
            JOIN invoice AS i ON i.tenant = s.tenant AND i.account = s.account AND i.token = s.token
            ORDER BY \(order)
            """,
            [tenant] + values
        ).map(LifecycleMessage.init)
    }

    private static func condition(_ tier: LifecycleTier?) -> String {
        guard let tier else { return "" }
        let codes = LifecycleCatalogue.codes(of: tier).map { "'\($0.rawValue)'" }
        return "AND e.code IN (\(codes.joined(separator: ", ")))"
    }
}

extension LifecycleMessage {
    /// Reads a row of the one SELECT above.
    ///
    /// Events keep references folded; where the invoice still has the same one it is shown as it was sent.
    fileprivate init(_ row: Row) throws {
        let words = try row.document(9) ?? [:]
        self.init(
            id: try row.int(0), invoice: try row.token(1), invoiceID: try row.int(15),
            references: try (0..<5).map { index in
                let (written, sent) = (try row.text(10 + index), try row.text(16 + index))
                return trimmedFolded(sent) == written ? sent : written
            },
            code: try row.lifecycleCode(2),
            by: Actor(source: try row.text(3), type: try row.text(4), id: try row.text(5), name: try row.text(6)),
            occurredAt: try row.instant(7), recordedAt: try row.optional(8, row.instant),
            clarificationCode: words["clarification_code"]?.string, noteInternal: words["note_internal"]?.string,
            noteSupplier: words["note_supplier"]?.string, referenceType: words["reference_type"]?.string,
            referenceValue: words["reference_value"]?.string)
    }
}

extension Row {
    fileprivate func lifecycleCode(_ index: Int) throws -> LifecycleCode {
        guard let code = LifecycleCode(rawValue: try text(index)) else { throw StoreError.unexpectedColumn(index) }
        return code
    }
}
