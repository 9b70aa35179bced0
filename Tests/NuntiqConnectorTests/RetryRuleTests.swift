@testable import NuntiqConnector
import Testing

struct RetryRuleTests {
    @Test(
        arguments: [
            (true, 503, true), (true, nil, true), (true, 500, true), (false, 429, true), (false, 503, false),
            (false, nil, false), (true, 404, false), (true, 409, false),
        ] as [(Bool, Int?, Bool)])
    func `what may have had an effect is sent again only if that changes nothing`(
        isRepeatable: Bool, status: Int?, again: Bool
    ) {
        let wait = RetryRule(isRepeatable: isRepeatable).wait(after: 1, status: status, retryAfter: nil) { $0 }
        #expect((wait != nil) == again)
    }

    @Test func `pauses double and end, and the server's word goes first`() {
        let rule = RetryRule(isRepeatable: true)
        let waits = (1...6).map { rule.wait(after: $0, status: 503, retryAfter: nil) { $0 } }
        #expect(waits == [200, 400, 800, 1_600, 3_200].map { .milliseconds($0) } + [nil])
        #expect(rule.wait(after: 1, status: 429, retryAfter: .seconds(7)) { $0 } == .seconds(7))
        #expect(rule.wait(after: 1, status: 429, retryAfter: .seconds(600)) { $0 } == nil)
    }
}
