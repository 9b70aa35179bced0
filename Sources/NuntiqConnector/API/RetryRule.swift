import NuntiqModel

/// When a call is sent again.
///
/// A refusal by 429 had no effect, so any call is repeated; what may have had one is repeated only if doing it twice is
/// doing it once.
struct RetryRule: Sendable {
    static let attemptsMax = 6
    static let firstWait = Duration.milliseconds(200)
    static let waitMax = Duration.seconds(20)
    /// A server that asks for more than this is not waited for.
    static let retryAfterMax = Duration.seconds(120)

    /// Whether the call may be done twice: it reads, replaces, or carries a key.
    let isRepeatable: Bool

    /// How long to wait before the next attempt; `nil`: give up.
    func wait(after attempt: Int, status: Int?, retryAfter: Duration?, jitter: (Duration) -> Duration) -> Duration? {
        guard attempt < Self.attemptsMax, isWorthRepeating(status) else { return nil }
        if let retryAfter { return retryAfter <= Self.retryAfterMax ? retryAfter : nil }
        let doubled = Self.firstWait * (1 << (attempt - 1))
        return jitter(min(doubled, Self.waitMax))
    }

    private func isWorthRepeating(_ status: Int?) -> Bool {
        switch status {
        case 429: true
        case nil, 500, 502, 503, 504: isRepeatable
        case .some: false
        }
    }
}
