public import NuntiqModel
public import NuntiqStore

/// An invoice as the pipeline works on it: where it stands, locked until the transaction ends, and what it says.
public struct InvoiceInProgress: Sendable, Hashable {
    /// Where it stands.
    public let state: InvoiceState
    /// What it is.
    public let record: InvoiceRecord
    /// What is to be done with it.
    public let workflow: Workflow

    /// The invoice of a token, or `nil` when the tenant has no such invoice.
    public static func load(_ tx: any Transaction, _ tenant: TenantID, _ token: Token) throws -> InvoiceInProgress? {
        guard let state = try InvoiceStateRepository(tx: tx).find(tenant, token),
            let record = try InvoiceRepository(tx: tx).find(tenant, account: state.account, token),
            let workflow = try InvoiceRepository(tx: tx).workflow(tenant, account: state.account, token)
        else { return nil }
        return InvoiceInProgress(state: state, record: record, workflow: workflow)
    }

    /// What was last said of it under a lifecycle code, or `nil` when that was never said.
    public func lastPayload(of code: LifecycleCode, in tx: any Transaction) throws -> JSONObject? {
        try tx.query(
            "SELECT payload FROM event WHERE tenant = ? AND subject = ? AND code = ? ORDER BY id DESC LIMIT 1",
            [state.tenant, state.token.bytes, code.rawValue]
        ).first.flatMap { try $0.document(0) }
    }

    /// The last message that said where the invoice stands before its hand-out, or `nil` when there was none.
    public func lastOutcome(in tx: any Transaction) throws -> (code: LifecycleCode, payload: JSONObject)? {
        let codes = Self.outcomes.map(\.rawValue)
        let row = try tx.query(
            """
            SELECT code, payload FROM event WHERE tenant = ? AND subject = ? AND code IN (?, ?, ?, ?, ?, ?, ?, ?)
            ORDER BY id DESC LIMIT 1
            """,
            [state.tenant, state.token.bytes] + codes
        ).first
        guard let row, let code = LifecycleCode(rawValue: try row.text(0)) else { return nil }
        return (code, try row.document(1) ?? [:])
    }

    private static let outcomes: [LifecycleCode] = [
        .validationFailed, .matchFailed, .duplicateDetected, .pendingApproval, .ready, .inProcess, .rejected,
        .cancelled,
    ]

    /// Stores what the pipeline made of the content, when that is something else.
    public func store(_ content: InvoiceContent, in tx: any Transaction) throws {
        guard content != record.content else { return }
        try InvoiceRepository(tx: tx).update(content, of: state)
    }
}

extension InvoiceRepository {
    /// The workflow of one invoice; a name that a newer program wrote is the full one.
    fileprivate func workflow(_ tenant: TenantID, account: Int64, _ token: Token) throws -> Workflow? {
        try tx.query(
            "SELECT workflow FROM invoice WHERE tenant = ? AND account = ? AND token = ?", [tenant, account, token]
        ).first.map { Workflow(rawValue: try $0.text(0)) ?? .fullEnrichment }
    }

    /// Writes content and the columns that lists show of it.
    fileprivate func update(_ content: InvoiceContent, of state: InvoiceState) throws {
        try tx.execute(
            """
            UPDATE invoice SET content = ?, supplier_number = ?, gross_amount = ?, currency_code = ?
            WHERE tenant = ? AND account = ? AND token = ?
            """,
            [
                content.text, content.header["supplierNumber"]?.text ?? "",
                content.header["grossAmount"]?.amount?.description ?? "",
                content.header["currencyCode"]?.text ?? "", state.tenant, state.account, state.token,
            ])
    }
}
