@testable import NuntiqCore
import NuntiqModel
import Testing

@Suite
struct KeyExpiryTests {
    private let start = Instant(microseconds: 1_772_366_400_000_000)

    @Test(arguments: [30, 90, 180, 365])
    func `an interval ends after so many days`(days: Int) {
        #expect(KeyExpiry.days(days).end(from: start) == start + .seconds(86_400 * days))
        #expect(KeyExpiry.days(days).fault(from: start) == nil)
    }

    @Test(arguments: [-1, 0, 1, 31, 366])
    func `other intervals are not on offer`(days: Int) {
        #expect(KeyExpiry.days(days).fault(from: start)?.field == "expires_interval_days")
    }

    @Test func `an instant must lie in the future`() {
        #expect(KeyExpiry.at(start).fault(from: start)?.field == "expires_at")
        #expect(KeyExpiry.at(start + .seconds(1)).fault(from: start) == nil)
    }

    @Test func `never has no end`() {
        #expect(KeyExpiry.never.end(from: start) == nil && KeyExpiry.never.intervalDays == nil)
    }
}
