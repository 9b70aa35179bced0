import Foundation
import NuntiqModel

extension RuntimeEnvironment {
    /// The real clock moved by `offset`, and the system's randomness.
    ///
    /// The only place of the program that asks a clock or draws a number.
    public static func live(_ offset: ClockOffset = ClockOffset()) -> RuntimeEnvironment {
        RuntimeEnvironment(
            now: { databaseClock in (databaseClock ?? systemClock()) + offset.duration },
            random: { count in
                var generator = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            },
            monotonic: { ContinuousClock().now }
        )
    }

    private static func systemClock() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
