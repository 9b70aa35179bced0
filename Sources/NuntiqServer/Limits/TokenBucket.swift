/// A rate with a burst, as one number: the moment at which the bucket is full again.
///
/// Taking one moves that moment one interval further; it may not lie further ahead than the burst takes.
struct TokenBucket: Sendable {
    /// What is allowed.
    struct Limit: Sendable, Hashable {
        let perSecond: Int
        let burst: Int

        var interval: Duration { .nanoseconds(1_000_000_000 / Int64(perSecond)) }
        /// How long an empty bucket takes to fill.
        var window: Duration { interval * burst }
    }

    private var fullAt: ContinuousClock.Instant

    /// A full bucket.
    init(now: ContinuousClock.Instant) {
        fullAt = now
    }

    /// Takes one; `nil` when there was one, else the time until there is.
    mutating func take(_ limit: Limit, now: ContinuousClock.Instant) -> Duration? {
        let next = max(fullAt, now) + limit.interval
        let missing = next - now - limit.window
        if missing > .zero { return missing }
        fullAt = next
        return nil
    }

    /// Whether it is full, which is what no bucket means.
    func isFull(now: ContinuousClock.Instant) -> Bool {
        fullAt <= now
    }
}
