public import NuntiqModel
public import NuntiqStore

/// Writes the cards of invoices that were here before there were cards; safe to run again and beside everything else.
public struct CardFill: Sendable {
    /// Names the work items, one for each tenant, which the migration makes.
    public static let kind = "card_fill"
    private static let batchMax = 200

    private let database: any Database

    /// Fills on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Works such an item off.
    public var handler: WorkHandler {
        .outside { taken in
            try await run(of: taken.item.tenant)
            return { _ in .done }
        }
    }

    /// Fills in what a tenant's invoices lack, batch by batch, and says how many that were.
    @discardableResult
    public func run(of tenant: TenantID) async throws -> Int {
        var (count, place) = (0, (account: Int64, token: Token)?.none)
        while true {
            let start = place
            let batch = try await database.read { tx in
                try InvoiceCardRepository(tx: tx, tenant: tenant).missing(after: start, limit: Self.batchMax)
            }
            guard let last = batch.last else { return count }
            try await database.write { tx in
                for (_, token) in batch { try Self.fill(tx, tenant, token) }
            }
            (count, place) = (count + batch.count, last)
        }
    }

    private static func fill(_ tx: any Transaction, _ tenant: TenantID, _ token: Token) throws {
        guard let invoice = try InvoiceInProgress.load(tx, tenant, token) else { return }
        let card = InvoiceCard(invoice.record.content, references: invoice.record.references)
        let issues = try invoice.lastOutcome(in: tx)?.payload["issues"]?.array ?? []
        try card.write(tx, for: invoice, issues: issues.compactMap { try? ValidationIssue(json: $0) })
        try InvoiceCardRepository(tx: tx, tenant: tenant).setDue(card.dueKey, of: token)
    }
}
