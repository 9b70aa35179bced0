internal import NuntiqModel
public import NuntiqStore

/// Writes lapses down, so that they stand in the timeline, dated at the lapse.
///
/// Nothing depends on it: a lease that is over is over at that second for every reader.
public struct LapseSweep: Sendable {
    private let database: any Database

    /// So many invoices share a transaction.
    private static let batchSize = 100

    /// Puts the sweep on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Writes down all that lapsed until now; answers how many.
    @discardableResult
    public func run() async throws -> Int {
        var count = 0
        while true {
            let written = try await database.write { tx in try Self.sweep(tx) }
            count += written
            if written < Self.batchSize { return count }
        }
    }

    /// Index `state_by_status`, tenant by tenant.
    private static func sweep(_ tx: any Transaction) throws -> Int {
        let lapsed = try tx.query(
            """
            SELECT \(InvoiceStateRepository.columns) FROM invoice_state AS s
            WHERE s.tenant IN (SELECT id FROM tenant) AND s.status IN (92, 93) AND s.lease_ends_at <= ?
            LIMIT ? \(tx.dialect.lockingSkippingLocked)
            """,
            [tx.now, batchSize]
        ).map(InvoiceState.init)
        for state in lapsed { try ChangeStatus.save(tx, state.settled(at: tx.now), over: state) }
        return lapsed.count
    }
}
