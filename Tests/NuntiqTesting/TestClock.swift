public import NuntiqModel
public import NuntiqStore
import Synchronization

/// A clock that a test turns by hand; the same for both databases.
public final class TestClock: Sendable {
    private let microseconds: Atomic<Int64>

    /// A clock that stands at `start`, by default at 2026-03-01T12:00:00Z.
    public init(_ start: Instant = Instant(microseconds: 1_772_366_400_000_000)) {
        microseconds = Atomic(start.microseconds)
    }

    /// The time it shows.
    public var now: Instant {
        Instant(microseconds: microseconds.load(ordering: .sequentiallyConsistent))
    }

    /// Turns it forward, or back by a negative duration.
    public func advance(by duration: Duration) {
        set(now + duration)
    }

    /// Turns it to `instant`.
    public func set(_ instant: Instant) {
        microseconds.store(instant.microseconds, ordering: .sequentiallyConsistent)
    }

    /// An environment on this clock, with real randomness.
    public var environment: RuntimeEnvironment {
        let live = RuntimeEnvironment.live()
        return RuntimeEnvironment(now: { _ in self.now }, random: live.random, monotonic: live.monotonic)
    }
}
