import NuntiqCore
import NuntiqModel
import NuntiqStore
import Synchronization

/// Bounds what one network address may ask of the public supplier routes; memory is bounded.
final class AddressLimiter: Sendable {
    private struct Key: Hashable {
        let what: String
        let address: String
    }

    private static let bucketsMax = 50_000
    private static let limit = TokenBucket.Limit(perSecond: 2, burst: 100)

    private let isOff: Bool
    private let monotonic: @Sendable () -> ContinuousClock.Instant
    private let buckets = Mutex<[Key: TokenBucket]>([:])

    init(_ limit: Settings.RateLimit, environment: RuntimeEnvironment) {
        isOff = limit == .off
        monotonic = environment.monotonic
    }

    /// Counts one request to `what`, or throws ``RequestError/rateLimited(_:)``.
    func count(_ what: String, from address: String) throws {
        if isOff { return }
        let now = monotonic()
        let missing = buckets.withLock { buckets in
            if buckets.count >= Self.bucketsMax { buckets = buckets.filter { !$0.value.isFull(now: now) } }
            if buckets.count >= Self.bucketsMax { buckets.removeAll(keepingCapacity: true) }
            return buckets[Key(what: what, address: address), default: TokenBucket(now: now)]
                .take(Self.limit, now: now)
        }
        if let missing { throw RequestError.rateLimited(RateLimitNotice(limit: Self.limit, missing: missing)) }
    }
}

/// Bounds how many links may be asked for under one email address within an hour, known or not, alike.
///
/// Of this node alone; the database holds the same bound over all nodes, and there the mail just does not go out.
final class LinkLimiter: Sendable {
    private static let addressesMax = 50_000
    private static let window = Duration.seconds(3_600)

    private let now: @Sendable (Instant?) -> Instant
    private let asked = Mutex<[String: [Instant]]>([:])

    init(environment: RuntimeEnvironment) {
        now = environment.now
    }

    /// Counts one question, or throws ``RequestError/rateLimited(_:)``.
    func count(_ email: String, _ tenant: TenantID?) throws {
        let now = now(nil)
        let key = "\(tenant?.rawValue ?? 0) \(folded(String(email.prefix(254))))"
        let first = asked.withLock { asked -> Instant? in
            if asked.count >= Self.addressesMax { asked.removeAll(keepingCapacity: true) }
            let recent = (asked[key] ?? []).filter { $0 + Self.window > now && $0 <= now }
            guard recent.count < SupplierAccess.linksPerHourMax else { return recent[0] }
            asked[key] = recent + [now]
            return nil
        }
        guard let first else { return }
        let missing = Duration.microseconds((first + Self.window).microseconds - now.microseconds)
        let limit = TokenBucket.Limit(perSecond: 1, burst: SupplierAccess.linksPerHourMax)
        throw RequestError.rateLimited(RateLimitNotice(limit: limit, missing: missing))
    }
}
