public import NuntiqModel
public import NuntiqStore

/// Everything there is to say about one invoice.
public struct InvoiceDetail: Sendable, Hashable {
    /// Where it stands, with every lease that is over counted as over.
    public let state: InvoiceState
    /// What it is.
    public let record: InvoiceRecord
    /// Its files, in their order.
    public let attachments: [AttachmentRecord]
}

/// Reads invoices; takes no lock and waits for nobody.
public struct Invoices: Sendable {
    let database: any Database

    /// Puts the reads on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// One invoice, as it stands now.
    ///
    /// A caller without `READ_DOCS` reads what it holds, and nothing else.
    public func detail(_ token: Token, for principal: Principal) async throws -> InvoiceDetail {
        try await database.read { tx in
            let tenant = principal.tenant
            guard let stored = try InvoiceStateRepository(tx: tx).peek(tenant, token),
                let record = try InvoiceRepository(tx: tx).find(tenant, account: stored.account, token)
            else { throw IntegrationError.notFound }
            guard principal.permissions.contains(.readDocs) || stored.holder == principal.id else {
                throw IntegrationError.notReadable
            }
            return InvoiceDetail(
                state: stored.settled(at: tx.now).state, record: record,
                attachments: try AttachmentRepository(tx: tx).list(tenant, of: token))
        }
    }
}
