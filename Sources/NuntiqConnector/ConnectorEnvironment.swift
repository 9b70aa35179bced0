import Glibc
public import NuntiqModel

/// What a connector takes from the world beside its input: time and chance.
///
/// Tests make their own and turn the clocks.
public struct ConnectorEnvironment: Sendable {
    /// The time of day, for logs and names.
    public var now: @Sendable () -> Instant
    /// A clock for waiting and measuring that no one turns.
    public var monotonic: @Sendable () -> ContinuousClock.Instant
    /// Unpredictable bytes.
    public var random: @Sendable (_ count: Int) -> [UInt8]
    /// Waits, until then or until the task is cancelled.
    public var sleep: @Sendable (_ duration: Duration) async throws -> Void
    /// Told of each call to Nuntiq before it is sent and after it has ended, for measurements; returns at once.
    public var observe: @Sendable (_ moment: CallMoment) -> Void = { _ in }

    /// Makes an environment from its parts.
    public init(
        now: @escaping @Sendable () -> Instant, monotonic: @escaping @Sendable () -> ContinuousClock.Instant,
        random: @escaping @Sendable (_ count: Int) -> [UInt8],
        sleep: @escaping @Sendable (_ duration: Duration) async throws -> Void
    ) {
        self.now = now
        self.monotonic = monotonic
        self.random = random
        self.sleep = sleep
    }

    /// The machine's own clocks and generator.
    public static let live = ConnectorEnvironment(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
        },
        monotonic: { ContinuousClock.now },
        random: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        },
        sleep: { try await Task.sleep(for: $0) })

    /// A fresh key under which a call may be repeated.
    func idempotencyKey() -> String { Token.random(random(16)).description }

    /// A share of `duration` between a half and the whole, so that many do not come back at once.
    func jittered(_ duration: Duration) -> Duration {
        duration / 2 + duration / 2 * Int(random(1)[0]) / 255
    }
}

/// A moment in the life of a call to Nuntiq.
public enum CallMoment: Sendable, Hashable {
    /// It is about to be sent, for the first time or again.
    case sending(path: String, attempt: Int)
    /// It was answered, or it broke (status 0).
    case answered(path: String, status: Int)
}
