import NuntiqModel
import Testing

@testable import NuntiqCore

@Suite
struct SignInThrottleTests {
    private let rule = SignInThrottle.Rule(
        tries: 3, wait: .seconds(60), waitMax: .seconds(200), memory: .seconds(3_600))
    private let start = Instant(microseconds: 1_772_366_400_000_000)

    @Test func `waits double up to their limit`() {
        var throttle = SignInThrottle.none
        var waits: [Duration] = []
        var now = start
        for _ in 0..<12 {
            throttle = throttle.counting(rule, at: now)
            if throttle.isBlocked(at: now) {
                waits.append(throttle.blockedUntil - now)
                now = throttle.blockedUntil
                #expect(!throttle.isBlocked(at: now))
            }
        }
        #expect(waits == [.seconds(60), .seconds(120), .seconds(200), .seconds(200)])
    }

    @Test func `the outlook names the tries that are left and the next wait`() {
        var throttle = SignInThrottle.none
        var outlooks: [String] = []
        for _ in 0..<4 {
            throttle = throttle.counting(rule, at: start)
            let (left, wait) = throttle.outlook(rule)
            outlooks.append("\(left) \(wait.components.seconds)")
        }
        #expect(outlooks == ["2 60", "1 60", "0 60", "2 120"])
    }

    @Test func `after a long time all is forgotten`() {
        var throttle = SignInThrottle.none
        for _ in 0..<3 { throttle = throttle.counting(rule, at: start) }
        throttle = throttle.counting(rule, at: throttle.blockedUntil + .seconds(3_601))
        #expect(throttle.tries == 1)
    }
}
