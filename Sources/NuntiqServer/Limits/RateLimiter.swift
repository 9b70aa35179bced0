import NuntiqCore
import NuntiqModel
import NuntiqStore
import Synchronization

/// Lets each key send so many requests a second, with a burst; memory is bounded.
final class RateLimiter: Sendable {
    /// What is counted together.
    private enum Key: Hashable {
        case partnerKey(Token)
        case principal(Int64)
    }

    /// Beyond so many buckets the full ones are thrown away, which changes nothing.
    static let bucketsMax = 50_000

    private let partner: TokenBucket.Limit?
    private let apiUser: TokenBucket.Limit?
    private let monotonic: @Sendable () -> ContinuousClock.Instant
    private let buckets = Mutex<[Key: TokenBucket]>([:])

    init(_ limit: Settings.RateLimit, environment: RuntimeEnvironment) {
        (partner, apiUser) = Self.limits(limit)
        monotonic = environment.monotonic
    }

    private static func limits(_ limit: Settings.RateLimit) -> (TokenBucket.Limit?, TokenBucket.Limit?) {
        switch limit {
        case .off: return (nil, nil)
        case .standard:
            return (TokenBucket.Limit(perSecond: 200, burst: 2_000), TokenBucket.Limit(perSecond: 2_000, burst: 4_000))
        case .perSecond(let count):
            let limit = TokenBucket.Limit(perSecond: count, burst: count * 10)
            return (limit, limit)
        }
    }

    /// Counts one request, or throws ``RequestError/rateLimited(_:)``.
    func count(_ principal: Principal) throws {
        switch principal.kind {
        case .partner(let keyID): try count(.partnerKey(keyID), partner)
        case .apiUser, .job, .user: try count(.principal(principal.id), apiUser)
        }
    }

    private func count(_ key: Key, _ limit: TokenBucket.Limit?) throws {
        guard let limit else { return }
        let now = monotonic()
        let missing = buckets.withLock { buckets in
            if buckets.count >= Self.bucketsMax, buckets[key] == nil { makeRoom(in: &buckets, now) }
            return buckets[key, default: TokenBucket(now: now)].take(limit, now: now)
        }
        guard let missing else { return }
        throw RequestError.rateLimited(RateLimitNotice(limit: limit, missing: missing))
    }

    private func makeRoom(in buckets: inout [Key: TokenBucket], _ now: ContinuousClock.Instant) {
        buckets = buckets.filter { !$0.value.isFull(now: now) }
        if buckets.count >= Self.bucketsMax { buckets.removeAll(keepingCapacity: true) }
    }
}

/// What a caller beyond its limit is told in headers (the IETF draft's form: quota, window, remaining, reset).
struct RateLimitNotice: Sendable, Hashable {
    let limit: TokenBucket.Limit
    let missing: Duration

    /// Whole seconds, rounded up, until a request is taken again.
    var retryAfterSeconds: Int {
        let (seconds, rest) = missing.components
        return max(1, Int(seconds) + (rest > 0 ? 1 : 0))
    }
    /// `RateLimit-Policy`: the burst within the time that it takes to refill.
    var policy: String { "\"key\";q=\(limit.burst);w=\(max(1, limit.burst / limit.perSecond))" }
    /// `RateLimit`: nothing remains until so many seconds from now.
    var state: String { "\"key\";r=0;t=\(retryAfterSeconds)" }
}
