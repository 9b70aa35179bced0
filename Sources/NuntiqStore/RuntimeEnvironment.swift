public import NuntiqModel

/// What a program takes from the world beside its input: time and chance.
///
/// Nothing else calls a clock or draws a number. Tests build their own and turn the clock by hand.
public struct RuntimeEnvironment: Sendable {
    /// The installation's time; the argument is the database's own clock where one was asked (PostgreSQL).
    ///
    /// Adds the development offset. Order never depends on it alone: rows that need an order have an id.
    public var now: @Sendable (_ databaseClock: Instant?) -> Instant
    /// Fills a buffer with unpredictable bytes.
    public var random: @Sendable (_ count: Int) -> [UInt8]
    /// A clock for waiting and measuring that no one turns.
    public var monotonic: @Sendable () -> ContinuousClock.Instant

    /// Makes an environment from its parts.
    public init(
        now: @escaping @Sendable (Instant?) -> Instant,
        random: @escaping @Sendable (Int) -> [UInt8],
        monotonic: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.now = now
        self.random = random
        self.monotonic = monotonic
    }
}
