import NuntiqModel

/// When a call is sent again.
///
/// What was refused before any work began is repeated, whatever it is; what may have had an effect is repeated only if
/// doing it twice is doing it once.
struct RetryRule: Sendable {
    /// For calls with a schedule of their own, such as heartbeats.
    static let once = RetryRule(isRepeatable: true, attemptsMax: 1)

    static let firstWait = Duration.milliseconds(200)
    static let waitMax = Duration.seconds(20)
    /// A server that asks for more than this is not waited for.
    static let retryAfterMax = Duration.seconds(120)
    /// Refusals from before any work began.
    private static let untouched: Set = ["rate_limited", "too_many_bytes_in_flight", "overloaded", "stopping"]

    /// Whether the call may be done twice: it reads, replaces, or carries a key.
    let isRepeatable: Bool
    /// How often it is sent at most.
    var attemptsMax = 6

    /// How long to wait before the next attempt; `nil`: give up.
    func wait(
        after attempt: Int, _ error: APIError, retryAfter: Duration?, jitter: (Duration) -> Duration
    ) -> Duration? {
        guard attempt < attemptsMax, isWorthRepeating(error) else { return nil }
        if let retryAfter { return retryAfter <= Self.retryAfterMax ? retryAfter : nil }
        let doubled = Self.firstWait * (1 << (attempt - 1))
        return jitter(min(doubled, Self.waitMax))
    }

    private func isWorthRepeating(_ error: APIError) -> Bool {
        switch error {
        case .unreachable(_, _, let mayHaveArrived): isRepeatable || !mayHaveArrived
        case .unexpected: false
        case .refused(let refusal):
            refusal.status == 429 || Self.untouched.contains(refusal.code)
                || isRepeatable
                    && ([500, 502, 503, 504].contains(refusal.status) || refusal.code == "idempotency_in_flight")
        }
    }

    /// What a `Retry-After` asks for, in seconds or as a date (RFC 9110, section 10.2.3).
    static func retryAfter(_ text: String?, now: Instant) -> Duration? {
        guard let text else { return nil }
        if let seconds = Int64(text), seconds >= 0 { return .seconds(seconds) }
        let parts = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.count == 6, let month = months.firstIndex(of: String(parts[2])),
            let moment = Instant("\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])T\(parts[4])Z")
        else { return nil }
        return max(.zero, moment - now)
    }
}
