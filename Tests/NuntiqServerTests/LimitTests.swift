import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqServer

@Suite
struct LimitTests {
    private let start = ContinuousClock.now

    @Test func `a bucket gives its burst at once and then its rate`() {
        let limit = TokenBucket.Limit(perSecond: 10, burst: 20)
        var bucket = TokenBucket(now: start)
        #expect((0..<20).allSatisfy { _ in bucket.take(limit, now: start) == nil })
        #expect(bucket.take(limit, now: start) == .milliseconds(100))
        #expect(bucket.take(limit, now: start + .milliseconds(100)) == nil)
        #expect(bucket.take(limit, now: start + .milliseconds(100)) == .milliseconds(100))
    }

    @Test func `a bucket never holds more than its burst`() {
        let limit = TokenBucket.Limit(perSecond: 10, burst: 3)
        var bucket = TokenBucket(now: start)
        let later = start + .seconds(3_600)
        #expect((0..<3).allSatisfy { _ in bucket.take(limit, now: later) == nil })
        #expect(bucket.take(limit, now: later) != nil)
        #expect(bucket.isFull(now: later + .milliseconds(300)))
    }

    @Test(.proves("partner/rate-limit"))
    func `a key beyond its rate is a 429 that says when to come back`() async throws {
        try await withNuntiq(
            on: .sqlite, routes: TestRoutes.all, configure: { $0.rateLimit = .perSecond(1) }
        ) { nuntiq in
            var refused = try await nuntiq.partnerAPI.post("/api/v1/partner/echo", [:])
            for _ in 0..<1_000 where refused.status == 200 {
                refused = try await nuntiq.partnerAPI.post("/api/v1/partner/echo", [:])
            }
            #expect(refused.status == 429)
            #expect(refused["error"] == "rate_limited")
            #expect(refused.header("Retry-After") == "1")
            #expect(refused.header("RateLimit-Policy") == "\"key\";q=10;w=10")
            #expect(refused.header("RateLimit") == "\"key\";r=0;t=1")
            let other = try await nuntiq.customerAPI.get("/api/v1/things/7")
            #expect(other.status == 200)
        }
    }

    @Test(arguments: [(1, 1), (999, 1), (1_000, 1), (1_001, 2), (2_500, 3)])
    func `the time to wait is whole seconds, rounded up`(milliseconds: Int, seconds: Int) {
        let limit = TokenBucket.Limit(perSecond: 200, burst: 2_000)
        let notice = RateLimitNotice(limit: limit, missing: .milliseconds(milliseconds))
        #expect(notice.retryAfterSeconds == seconds)
        #expect(notice.policy == "\"key\";q=2000;w=10" && notice.state == "\"key\";r=0;t=\(seconds)")
    }

    @Test(.proves("customer/rate-limit-2000"))
    func `partner keys have 200 a second, API users 2 000, and off is off`() throws {
        let standstill = start
        let environment = RuntimeEnvironment(
            now: { _ in Instant(microseconds: 0) }, random: { _ in [] }, monotonic: { standstill })
        let user = principal(.apiUser)
        let partner = principal(.partner(keyID: Token.random(Array(repeating: 1, count: 16))))
        #expect(burst(RateLimiter(.standard, environment: environment), partner) == 2_000)
        #expect(burst(RateLimiter(.standard, environment: environment), user) == 4_000)
        #expect(burst(RateLimiter(.off, environment: environment), partner) == 10_000)
    }

    @Test(.proves("partner/bytes-in-flight"))
    func `large bodies are bounded per tenant and node, and give back what they held`() throws {
        let bytes = BytesInFlight(tenantMax: 100, nodeMax: 150)
        let (acme, globex) = (TenantID(rawValue: 1), TenantID(rawValue: 2))
        let first = try bytes.take(80, for: acme)
        #expect(throws: RequestError.self) { try bytes.take(30, for: acme) }
        _ = try bytes.take(60, for: globex)
        #expect(throws: RequestError.self) { try bytes.take(20, for: globex) }
        bytes.giveBack(first)
        _ = try bytes.take(90, for: acme)
    }

    @Test func `a body of any length holds what is in memory at a time`() throws {
        let bytes = BytesInFlight(tenantMax: 16 << 20, nodeMax: 16 << 20)
        _ = try bytes.take(1 << 30, for: TenantID(rawValue: 1))
        _ = try bytes.take(nil, for: TenantID(rawValue: 1))
        #expect(throws: RequestError.self) { try bytes.take(1, for: TenantID(rawValue: 1)) }
    }

    @Test func `too many bytes in flight are a 429 or a 503, before the body`() async throws {
        try await withNuntiq(
            on: .sqlite, routes: TestRoutes.all, configure: { $0.tenantBytesInFlightMax = 10 }
        ) { nuntiq in
            let answer = try await nuntiq.partnerAPI.post("/api/v1/partner/stream", ["long enough to be refused"])
            #expect(answer.status == 429)
            #expect(answer.header("Retry-After") == "1")
        }
        try await withNuntiq(
            on: .sqlite, routes: TestRoutes.all, configure: { $0.nodeBytesInFlightMax = 10 }
        ) { nuntiq in
            let answer = try await nuntiq.partnerAPI.post("/api/v1/partner/stream", ["long enough to be refused"])
            #expect(answer.status == 503)
            #expect(answer.header("Retry-After") == "1")
        }
    }

    /// How many requests pass while the clock stands.
    private func burst(_ limiter: RateLimiter, _ principal: Principal) -> Int {
        (0..<10_000).first { _ in (try? limiter.count(principal)) == nil } ?? 10_000
    }

    private func principal(_ kind: Principal.Kind) -> Principal {
        Principal(id: 1, tenant: TenantID(rawValue: 1), kind: kind, name: "x", permissions: [])
    }
}
