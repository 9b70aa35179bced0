public import NuntiqModel
public import NuntiqStore

/// Invoices in review that wait for their supplier, and how they run again when it comes.
public struct AwaitedSuppliers {
    /// Names the work items that look who can go on.
    public static let workKind = "awaited_suppliers"

    private let tx: any Transaction
    private let tenant: TenantID

    /// Works in a transaction.
    public init(_ tx: any Transaction, _ tenant: TenantID) {
        (self.tx, self.tenant) = (tx, tenant)
    }

    private static let kind = MasterKind.supplier

    /// Remembers that an invoice waits for a supplier number.
    ///
    /// A supplier that is being stored meanwhile is waited for, and then looked at: none comes unseen.
    public func await(_ number: String, for invoice: Token) throws {
        try tx.execute(
            """
            INSERT INTO awaited (tenant, kind, value, invoice) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant, kind, value, invoice) DO NOTHING
            """,
            [tenant, Self.kind.name, trimmedFolded(number), invoice])
        _ = try MasterSetRepository(tx: tx, tenant: tenant).hold(Self.kind)
        let supplier = try SupplierLookup(tx, tenant).find(number: number, organization: nil)
        if supplier.standing == .active { try enqueue() }
    }

    /// Forgets what an invoice waited for.
    public func forget(_ invoice: Token) throws {
        try tx.execute("DELETE FROM awaited WHERE tenant = ? AND invoice = ?", [tenant, invoice])
    }

    /// Has a worker look who can go on, where anybody waits; called when suppliers changed.
    func wake() throws {
        let isAwaited = try !tx.query(
            "SELECT 1 FROM awaited WHERE tenant = ? AND kind = ? LIMIT 1", [tenant, Self.kind.name]
        ).isEmpty
        if isAwaited { try enqueue() }
    }

    private func enqueue() throws {
        try WorkQueue.enqueue(tx, WorkItem(tenant: tenant, kind: Self.workKind))
    }

    /// Sends invoices whose supplier is in use now from 40 back to 30; the pipeline decides again.
    public static func work(_ taken: TakenWork, _ tx: any Transaction) throws -> WorkOutcome {
        let awaited = AwaitedSuppliers(tx, taken.item.tenant)
        let ready = try awaited.ready()
        for invoice in ready {
            try awaited.forget(invoice)
            guard let state = try InvoiceStateRepository(tx: tx).find(taken.item.tenant, invoice),
                state.status == .needsReview
            else { continue }
            try ChangeStatus.change(
                tx, tenant: taken.item.tenant, token: invoice, to: .enriching, by: .dataArrived)
        }
        if ready.count == invoicesPerStep { try awaited.enqueue() }
        return .done
    }

    private static let invoicesPerStep = 100

    private func ready() throws -> [Token] {
        guard let set = try MasterSetRepository(tx: tx, tenant: tenant).find(Self.kind) else { return [] }
        return try tx.query(
            """
            SELECT a.invoice FROM awaited AS a
            WHERE a.tenant = ? AND a.kind = ? AND EXISTS (
              SELECT 1 FROM master_row AS r\(tx.dialect.indexed(by: "master_row_by_slot_1"))
              WHERE r.tenant = a.tenant AND r.collection = ? AND r.slot_1 = a.value AND r.slot_1 <> ''
                AND r.deleted_at IS NULL AND r.active)
            ORDER BY a.value, a.invoice LIMIT ?
            """,
            [tenant, Self.kind.name, set.collection, Self.invoicesPerStep]
        ).map { try $0.token(0) }
    }
}
