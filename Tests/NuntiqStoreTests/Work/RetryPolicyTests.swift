import Testing

@testable import NuntiqStore

struct RetryPolicyTests {
    private let policy = RetryPolicy(firstPause: .seconds(1), pauseMax: .seconds(900), attemptsMax: 12)
    private let fault = WorkOutcome.retry(reason: "fault")

    @Test(arguments: [(1, 1), (2, 2), (3, 4), (10, 512), (11, 900)])
    func `pauses double up to the longest`(attempts: Int, seconds: Int) {
        let settlement = policy.settlement(of: fault, attempts: attempts, chance: 128)
        #expect(settlement == .again(after: .seconds(seconds), attempts: attempts, reason: "fault"))
    }

    @Test func `chance spreads a pause by a quarter either way`() {
        let pauses = [UInt8.min, .max].map { chance -> Duration? in
            guard case .again(let pause, _, _) = policy.settlement(of: fault, attempts: 1, chance: chance) else {
                return nil
            }
            return pause
        }
        #expect(pauses == [.milliseconds(750), .microseconds(1_246_093) + .nanoseconds(750)])
    }

    @Test func `the last attempt parks, whatever pause was asked for`() {
        #expect(policy.settlement(of: fault, attempts: 12, chance: 0) == .park(reason: "fault"))
        let soon = WorkOutcome.retry(after: .seconds(1), reason: "fault")
        #expect(policy.settlement(of: soon, attempts: 12, chance: 0) == .park(reason: "fault"))
    }

    @Test func `a pause that was asked for is kept to`() {
        let soon = WorkOutcome.retry(after: .seconds(7), reason: "fault")
        #expect(
            policy.settlement(of: soon, attempts: 3, chance: 9)
                == .again(after: .seconds(7), attempts: 3, reason: "fault"))
    }
}
