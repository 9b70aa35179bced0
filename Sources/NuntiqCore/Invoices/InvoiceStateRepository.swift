internal import NuntiqModel
internal import NuntiqStore

/// Rows of `invoice_state`, read for a change: the rows stay locked until the transaction ends.
struct InvoiceStateRepository {
    let tx: any Transaction

    /// The state of one invoice, or `nil` when the tenant has no such invoice.
    func find(_ tenant: TenantID, _ token: Token) throws -> InvoiceState? {
        try tx.query(
            """
            SELECT \(Self.columns) FROM invoice_state AS s
            WHERE s.tenant = ? AND s.token = ? \(tx.dialect.locking)
            """,
            [tenant, token]
        ).first.map(InvoiceState.init)
    }

    /// The state of one invoice, without a lock: to look at, not to change.
    func peek(_ tenant: TenantID, _ token: Token) throws -> InvoiceState? {
        try tx.query(
            "SELECT \(Self.columns) FROM invoice_state AS s WHERE s.tenant = ? AND s.token = ?", [tenant, token]
        ).first.map(InvoiceState.init)
    }

    /// The states of several invoices, in the order of their tokens; unknown tokens are left out.
    func find(_ tenant: TenantID, _ tokens: Set<Token>) throws -> [InvoiceState] {
        try rows(tenant, tokens, Self.columns).map(InvoiceState.init)
    }

    /// The same with the number of each invoice.
    func findNumbered(_ tenant: TenantID, _ tokens: Set<Token>) throws -> [(state: InvoiceState, id: Int64)] {
        let id = """
            (SELECT i.id FROM invoice AS i WHERE i.tenant = s.tenant AND i.account = s.account AND i.token = s.token)
            """
        return try rows(tenant, tokens, "\(Self.columns), \(id)").map { row in
            (try InvoiceState(row), try row.int(Self.names.count))
        }
    }

    private func rows(_ tenant: TenantID, _ tokens: Set<Token>, _ columns: String) throws -> [Row] {
        if tokens.isEmpty { return [] }
        let list = tx.dialect.among(tokens)
        return try tx.query(
            """
            SELECT \(columns) FROM invoice_state AS s
            WHERE s.tenant = ? AND s.token \(list.sql) ORDER BY s.token \(tx.dialect.locking)
            """,
            [tenant] + list.values)
    }

    func insert(_ state: InvoiceState) throws {
        let marks = Array(repeating: "?", count: Self.names.count).joined(separator: ", ")
        try tx.execute(
            "INSERT INTO invoice_state (\(Self.names.joined(separator: ", "))) VALUES (\(marks))", state.values)
    }

    /// Writes the states of invoices of one tenant, each of them once.
    func update(_ states: [InvoiceState]) throws {
        guard let tenant = states.first?.tenant else { return }
        try tx.execute(
            Self.updating, in: tenant, rows: states.map { Array($0.values[3..<20]) + [$0.dueOn, $0.token] })
    }

    private static let updating = SetStatement.update(
        "invoice_state",
        set: [
            .int("status"), .int("version"), .int("updated_at"), .int("ready_at"), .text("handout"), .int("fence"),
            .int("holder"), .text("leased_by"), .int("lease_started_at"), .int("lease_ends_at"),
            .int("lease_seconds"), .int("lapse_status"), .int("lapses"), .int("held_from"), .text("pending_action"),
            .text("intent"), .text("integration"), .text("due_on"),
        ],
        at: .bytes("token"))

    private static let names = [
        "tenant", "token", "account", "status", "version", "updated_at", "ready_at", "handout", "fence", "holder",
        "leased_by", "lease_started_at", "lease_ends_at", "lease_seconds", "lapse_status", "lapses", "held_from",
        "pending_action", "intent", "integration", "reference_1", "reference_2", "reference_3", "reference_4",
        "reference_5", "due_on",
    ]

    /// Every column of table `invoice_state`, named `s`, in the order that ``InvoiceState/init(_:)`` reads.
    static let columns = names.map { "s.\($0)" }.joined(separator: ", ")
}

extension InvoiceState {
    /// The values of the columns, in their order.
    fileprivate var values: [any SQLConvertible] {
        let head: [any SQLConvertible] = [
            tenant, token, account, status.rawValue, version, updatedAt, readyAt, handout.rawValue, fence, holder,
            leasedBy.map(String.init).joined(separator: " "), lease?.startedAt, lease?.endsAt, leaseSeconds,
            lease?.lapseStatus.rawValue, lapses, returnsTo?.rawValue,
        ]
        let documents: [any SQLConvertible] = [
            pendingAction.map { JSONValue.object($0.json).serialized() } ?? "",
            intent.map { JSONValue.object($0.json).serialized() } ?? "",
            integration == IntegrationRecord() ? "" : JSONValue.object(integration.json).serialized(),
        ]
        return head + documents + references.map { $0 as any SQLConvertible } + [dueOn]
    }

    /// Reads a row of ``InvoiceStateRepository/columns``.
    init(_ row: Row) throws {
        self.init(
            tenant: try row.tenant(0), token: try row.token(1), account: try row.int(2), status: try row.status(3),
            version: try row.int(4), updatedAt: try row.instant(5), readyAt: try row.optional(6, row.instant),
            handout: try row.handout(7), fence: try row.int(8), holder: try row.int(9),
            leasedBy: try row.text(10).split(separator: " ").compactMap { Int64($0) }, lease: try row.lease(11),
            leaseSeconds: try row.int(13), lapses: try row.int(15), returnsTo: try row.optional(16, row.status),
            pendingAction: try row.document(17).flatMap(PendingAction.init),
            intent: try row.document(18).flatMap(PostingIntent.init),
            integration: try row.document(19).map(IntegrationRecord.init) ?? IntegrationRecord(),
            references: try (20..<25).map(row.text), dueOn: try row.text(25))
    }
}

extension Row {
    /// A status by its code; an unknown code is a defect of what wrote it.
    func status(_ index: Int) throws -> Status {
        guard let status = Status(rawValue: Int(try int(index))) else { throw StoreError.unexpectedColumn(index) }
        return status
    }

    /// A JSON object, or `nil` where the text is empty.
    func document(_ index: Int) throws -> JSONObject? {
        let text = try text(index)
        if text.isEmpty { return nil }
        guard let object = try JSONValue.parse(Array(text.utf8), limits: .trusted).object else {
            throw StoreError.unexpectedColumn(index)
        }
        return object
    }

    fileprivate func handout(_ index: Int) throws -> HandoutMode {
        guard let mode = HandoutMode(rawValue: try text(index)) else { throw StoreError.unexpectedColumn(index) }
        return mode
    }

    /// Start and end of a lease, and in the third column after it the status it lapses to.
    fileprivate func lease(_ index: Int) throws -> Lease? {
        guard !isNull(index) else { return nil }
        return Lease(
            startedAt: try instant(index), endsAt: try instant(index + 1), lapseStatus: try status(index + 3))
    }
}
