@testable import NuntiqConnector
import NuntiqModel
import Testing

struct RetryRuleTests {
    @Test(
        arguments: [
            (true, 503, "", true), (true, 500, "", true), (false, 429, "", true), (false, 503, "", false),
            (false, 503, "overloaded", true), (true, 404, "", false), (true, 409, "", false),
            (true, 409, "idempotency_in_flight", true), (false, 409, "idempotency_in_flight", false),
        ] as [(Bool, Int, String, Bool)])
    func `what may have had an effect is sent again only if that changes nothing`(
        isRepeatable: Bool, status: Int, code: String, again: Bool
    ) {
        #expect((wait(isRepeatable, refused(status, code)) != nil) == again)
    }

    @Test(arguments: [(true, true, true), (false, true, false), (false, false, true), (true, false, true)])
    func `a broken connection is a reason where nothing can have arrived, or once is twice`(
        isRepeatable: Bool, mayHaveArrived: Bool, again: Bool
    ) {
        let error = APIError.unreachable(path: "/", reason: "", mayHaveArrived: mayHaveArrived)
        #expect((wait(isRepeatable, error) != nil) == again)
    }

    @Test func `pauses double and end, and the server's word goes first`() {
        let waits = (1...6).map { wait(true, refused(503, ""), attempt: $0) }
        #expect(waits == [200, 400, 800, 1_600, 3_200].map { .milliseconds($0) } + [nil])
        #expect(wait(true, refused(429, ""), retryAfter: .seconds(7)) == .seconds(7))
        #expect(wait(true, refused(429, ""), retryAfter: .seconds(600)) == nil)
    }

    @Test(
        arguments: [
            ("7", .seconds(7)), ("0", .zero), ("Sun, 06 Nov 1994 08:49:37 GMT", .seconds(37)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", .zero), ("soon", nil), (nil, nil), ("-5", nil),
        ] as [(String?, Duration?)])
    func `a Retry-After is a number or a date`(text: String?, wait: Duration?) throws {
        let now = try #require(Instant("1994-11-06T08:49:00Z"))
        #expect(RetryRule.retryAfter(text, now: now) == wait)
    }

    private func refused(_ status: Int, _ code: String) -> APIError {
        .refused(APIError.Refusal(status: status, code: code, message: "", requestID: "", body: .null))
    }

    private func wait(
        _ isRepeatable: Bool, _ error: APIError, attempt: Int = 1, retryAfter: Duration? = nil
    ) -> Duration? {
        RetryRule(isRepeatable: isRepeatable).wait(after: attempt, error, retryAfter: retryAfter) { $0 }
    }
}
