public import NuntiqModel
internal import NuntiqStore

/// A part of the work list, with the counts that stand above it.
public struct WorkPage: Sendable, Hashable {
    /// How many invoices stand where.
    public let counts: StateCounts
    /// The invoices of this part.
    public let rows: [WorkRow]
    /// Where what comes before begins; `nil` at the beginning.
    public let previous: WorkCursor?
    /// Where what comes after begins; `nil` at the end.
    public let next: WorkCursor?
    /// What stands above the list: money in doubt, the most urgent first.
    public let urgent: [UrgentInvoice]
    /// What has happened until now.
    public let version: WorkVersion
}

/// Which part of the work list is asked for.
public enum WorkPartWish: Sendable, Hashable {
    /// The beginning.
    case first
    /// What comes after a place.
    case after(WorkCursor)
    /// What comes before a place.
    case before(WorkCursor)
}

extension WorkList {
    /// So many invoices are shown at a time.
    public static let pageSize = 50

    /// A part of the list as it stands now; places by cursor skip and repeat nothing that stays where it is.
    ///
    /// What came to its state since `recent` is counted once more.
    public func page(
        _ filter: WorkFilter, _ wish: WorkPartWish, recentSince recent: Instant, of tenant: TenantID,
        limit: Int = WorkList.pageSize
    ) async throws -> WorkPage {
        try await database.read { tx in
            let counts = try standing.counts(tx, tenant, recentSince: recent)
            let inState = filter.state.map { counts[$0].count } ?? counts.all
            let keys = WorkKeyRepository(tx: tx, tenant: tenant, filter: filter, inState: inState)
            let part = try WorkPlaces(wish, keys, limit: limit)
            let rows = try WorkRowRepository(tx: tx, tenant: tenant).rows(part.places.map(\.token))
            return WorkPage(
                counts: counts, rows: rows, previous: part.previous, next: part.next,
                urgent: try urgent(tenant, tx),
                version: try WorkVersionRepository(tx: tx, tenant: tenant).version())
        }
    }

    /// The counts alone, as the portal's frame shows them.
    public func counts(of tenant: TenantID, recentSince recent: Instant) async throws -> StateCounts {
        try await database.read { tx in
            try standing.counts(tx, tenant, recentSince: recent)
        }
    }

    /// The first invoices that a filter lets through, in the order of the list, and whether there are more.
    public func tokens(
        _ filter: WorkFilter, limit: Int, recentSince recent: Instant, of tenant: TenantID
    ) async throws -> (tokens: [Token], hasMore: Bool) {
        try await database.read { tx in
            let counts = try standing.counts(tx, tenant, recentSince: recent)
            let keys = WorkKeyRepository(
                tx: tx, tenant: tenant, filter: filter, inState: filter.state.map { counts[$0].count } ?? counts.all)
            let places = try keys.places(from: nil, backwards: false, limit: limit + 1)
            return (places.prefix(limit).map(\.token), places.count > limit)
        }
    }

    /// The rows of chosen invoices, in their order; those of other tenants are left out.
    public func rows(_ tokens: [Token], of tenant: TenantID) async throws -> [WorkRow] {
        try await database.read { tx in try WorkRowRepository(tx: tx, tenant: tenant).rows(tokens) }
    }
}

/// The places of one part, and whether there is more on either side.
private struct WorkPlaces {
    var places: [WorkPlace]
    var previous: WorkCursor?
    var next: WorkCursor?

    init(_ wish: WorkPartWish, _ keys: WorkKeyRepository, limit: Int) throws {
        let order = keys.filter.order
        switch wish {
        case .first:
            places = try keys.places(from: nil, backwards: false, limit: limit + 1)
            next = places.count > limit ? places[limit - 1].cursor(order) : nil
            places = Array(places.prefix(limit))
        case .after(let cursor):
            places = try keys.places(from: cursor, backwards: false, limit: limit + 1)
            next = places.count > limit ? places[limit - 1].cursor(order) : nil
            places = Array(places.prefix(limit))
            previous = places.first?.cursor(order)
        case .before(let cursor):
            places = try keys.places(from: cursor, backwards: true, limit: limit + 1)
            let hasMore = places.count > limit
            places = Array(places.suffix(limit))
            previous = hasMore ? places.first?.cursor(order) : nil
            next = places.last?.cursor(order)
        }
    }
}
