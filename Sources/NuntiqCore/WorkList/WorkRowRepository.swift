internal import NuntiqModel
internal import NuntiqStore

/// Reads what the work list shows of invoices that are known by their tokens; each look-up is by a primary key.
struct WorkRowRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// The rows of tokens, in their order; unknown ones are left out.
    func rows(_ tokens: [Token]) throws -> [WorkRow] {
        if tokens.isEmpty { return [] }
        let list = tx.dialect.among(tokens)
        let reasons = try reasons(list)
        let found = try tx.query(
            """
            SELECT \(InvoiceStateRepository.columns), i.id, i.number, i.supplier_number, i.gross_amount,
              i.currency_code, i.created_at, c.supplier_name, c.document_type, c.invoiced_on, c.due_on, p.name
            FROM invoice_state AS s
            JOIN invoice AS i ON i.tenant = s.tenant AND i.account = s.account AND i.token = s.token
            LEFT JOIN invoice_card AS c ON c.tenant = i.tenant AND c.id = i.id
            LEFT JOIN partner AS p ON p.tenant = s.tenant AND p.id = s.account
            WHERE s.tenant = ? AND s.token \(list.sql)
            """,
            [tenant] + list.values
        ).map { row in
            let state = try InvoiceState(row)
            return (state.token, try WorkRow(row, state, reasons[state.token], at: tx.now))
        }
        let rows = Dictionary(uniqueKeysWithValues: found)
        return tokens.compactMap { rows[$0] }
    }

    /// The last event of each invoice that changed its status (primary key of `event`).
    private func reasons(_ list: TokenList) throws -> [Token: StandingReason] {
        let rows = try tx.query(
            """
            SELECT e.subject, e.kind, e.source, e.actor_type, e.actor_id, e.actor_name, e.occurred_at, e.payload
            FROM invoice_state AS s JOIN event AS e ON e.tenant = s.tenant AND e.subject = s.token AND e.id = (
              SELECT l.id FROM event AS l
              WHERE l.tenant = s.tenant AND l.subject = s.token AND l.from_status <> l.to_status
                AND l.kind <> 'message'
              ORDER BY l.id DESC LIMIT 1)
            WHERE s.tenant = ? AND s.token \(list.sql)
            """,
            [tenant] + list.values)
        return try rows.reduce(into: [:]) { reasons, row in
            let payload = try row.document(7) ?? [:]
            reasons[try row.token(0)] = StandingReason(
                trigger: try row.text(1),
                by: Actor(source: try row.text(2), type: try row.text(3), id: try row.text(4), name: try row.text(5)),
                at: try row.instant(6),
                issues: (payload["issues"]?.array ?? []).compactMap { try? ValidationIssue(json: $0) },
                note: payload["note_internal"]?.string ?? payload["note_supplier"]?.string ?? "")
        }
    }
}

extension WorkRow {
    /// Reads a row of the one SELECT above, whose state is read already.
    fileprivate init(_ row: Row, _ stored: InvoiceState, _ reason: StandingReason?, at now: Instant) throws {
        let first = 26
        func text(_ index: Int) throws -> String? { try row.optional(first + index, row.text) }
        let settled = stored.settled(at: now).state
        let name = try text(6) ?? ""
        self.init(
            state: settled, since: settled.updatedAt, id: try row.int(first), number: try row.text(first + 1),
            supplierNumber: try row.text(first + 2), supplierName: try name.isEmpty ? text(10) ?? "" : name,
            documentType: try text(7) ?? "", gross: Amount(try row.text(first + 3)),
            currencyCode: try row.text(first + 4), invoicedOn: try text(8).flatMap { CalendarDate($0) },
            dueOn: try text(9).flatMap { CalendarDate($0) }, createdAt: try row.instant(first + 5), reason: reason)
    }
}
