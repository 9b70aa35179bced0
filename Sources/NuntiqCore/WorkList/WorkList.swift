public import NuntiqModel
public import NuntiqStore

/// What waits for a person, the most urgent first.
public struct WorkList: Sendable {
    let database: any Database
    let standing: StandingCounts

    /// Looks on a database; `standing` is shared by everyone who counts on a node.
    public init(database: any Database, standing: StandingCounts = StandingCounts()) {
        self.database = database
        self.standing = standing
    }

    /// So long may an invoice in doubt wait for a connector that verifies, before a person must settle it.
    public static let doubtMax = Duration.seconds(15 * 60)

    /// So long may a hold last before it stands above the list.
    public static let holdMax = Duration.seconds(3 * 24 * 3_600)

    /// At most `limit` items.
    public func first(_ limit: Int, of tenant: TenantID) async throws -> [WorkListItem] {
        try await database.read { tx in
            let repository = WorkListRepository(tx: tx, tenant: tenant)
            var items: [WorkListItem] = []
            for urgency in WorkListUrgency.allCases where items.count < limit {
                let known = Set(items.map(\.invoice))
                items += try repository.find(urgency, limit: limit).filter { !known.contains($0.invoice) }
            }
            return Array(items.prefix(limit))
        }
    }
}

/// Why an invoice waits for a person, the most urgent first.
public enum WorkListUrgency: String, Sendable, Hashable, CaseIterable {
    /// Something may have been posted twice, or after its end.
    case incident
    /// In doubt, and no connector has looked it up for a quarter of an hour.
    case doubt
    /// Held back for days.
    case longHold
    /// Posting failed.
    case failure
    /// It may be another invoice again.
    case duplicate
    /// A value or a check.
    case review
    /// An approval.
    case approval
}

/// One line of the work list.
public struct WorkListItem: Sendable, Hashable {
    /// The invoice.
    public let invoice: Token
    /// Why it waits.
    public let urgency: WorkListUrgency
    /// Since when.
    public let since: Instant
}
