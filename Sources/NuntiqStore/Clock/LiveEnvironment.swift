import Foundation
import NuntiqModel

extension RuntimeEnvironment {
    /// The real clock moved by `offset`, and the system's randomness.
    ///
    /// The only place of the program that asks a clock or draws a number.
    public static func live(_ offset: ClockOffset = ClockOffset()) -> RuntimeEnvironment {
        RuntimeEnvironment(
            now: { databaseClock in (databaseClock ?? systemClock()) + offset.duration },
            random: randomBytes,
            monotonic: { ContinuousClock().now }
        )
    }

    /// Eight bytes come with each call of the system.
    private static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let words = (0..<(count + 7) / 8).map { _ in generator.next() }
        return words.withUnsafeBytes { Array($0.prefix(count)) }
    }

    private static func systemClock() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
