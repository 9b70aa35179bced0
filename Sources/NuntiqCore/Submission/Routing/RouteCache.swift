internal import NuntiqModel
internal import Synchronization

/// Where submissions went lately, by what they said of it.
///
/// It may be wrong: who stores an invoice by it looks again in the transaction that does so.
final class RouteCache: Sendable {
    private struct Key: Hashable {
        let tenant: TenantID
        let wish: RoutingWish
    }

    /// Emptied when it holds more.
    private static let entriesMax = 1_000
    /// Longer names are looked up each time.
    private static let bytesMax = 200

    private let entries = Mutex<[Key: InboxRoute]>([:])

    /// The route of the last submission of the tenant that said the same.
    func route(_ tenant: TenantID, _ wish: RoutingWish) -> InboxRoute? {
        entries.withLock { $0[Key(tenant: tenant, wish: wish)] }
    }

    /// Keeps a route that was read.
    func remember(_ route: InboxRoute, _ tenant: TenantID, _ wish: RoutingWish) {
        guard wish.receivingInbox.utf8.count + wish.externalIdentifier.utf8.count <= Self.bytesMax else { return }
        entries.withLock { entries in
            if entries.count >= Self.entriesMax { entries.removeAll() }
            entries[Key(tenant: tenant, wish: wish)] = route
        }
    }
}
