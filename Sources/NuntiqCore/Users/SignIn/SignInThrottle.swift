import NuntiqModel

/// How often something was tried, and until when it is refused.
///
/// A try is counted before it is judged: guesses that run side by side, on any node, count as many.
struct SignInThrottle: Sendable, Hashable {
    /// How patient we are with one kind of subject.
    struct Rule: Sendable, Hashable {
        /// So many tries are free; then there is a wait, and another after as many again.
        let tries: Int64
        /// The first wait; each further one is twice as long.
        let wait: Duration
        /// The longest wait.
        let waitMax: Duration
        /// After so much time without a try all is forgotten.
        let memory: Duration
    }

    /// What is counted; the raw value stands in column `kind`.
    enum Kind: String, Sendable, Hashable {
        case account
        case address
        case reset
        case resetAddress = "reset_address"

        var rule: Rule {
            switch self {
            case .account:
                Rule(tries: 5, wait: .seconds(300), waitMax: .seconds(3_600), memory: .seconds(3_600))
            case .address:
                Rule(tries: 50, wait: .seconds(300), waitMax: .seconds(3_600), memory: .seconds(3_600))
            case .reset:
                Rule(tries: 3, wait: .seconds(900), waitMax: .seconds(3_600), memory: .seconds(3_600))
            case .resetAddress:
                Rule(tries: 20, wait: .seconds(900), waitMax: .seconds(3_600), memory: .seconds(3_600))
            }
        }
    }

    var tries: Int64
    var lastAt: Instant
    var blockedUntil: Instant

    static let none = SignInThrottle(
        tries: 0, lastAt: Instant(microseconds: 0), blockedUntil: Instant(microseconds: 0))

    /// Whether a try is refused at that moment.
    func isBlocked(at now: Instant) -> Bool { now < blockedUntil }

    /// After one more try at that moment.
    func counting(_ rule: Rule, at now: Instant) -> SignInThrottle {
        let isForgotten = now - max(lastAt, blockedUntil) > rule.memory
        var next = SignInThrottle(tries: isForgotten ? 1 : tries + 1, lastAt: now, blockedUntil: blockedUntil)
        if next.tries.isMultiple(of: rule.tries) {
            next.blockedUntil = now + wait(next.tries / rule.tries, rule)
        }
        return next
    }

    /// The tries that are left before the next wait, and how long that is.
    func outlook(_ rule: Rule) -> (triesLeft: Int, wait: Duration) {
        let left = tries == 0 ? rule.tries : (rule.tries - tries % rule.tries) % rule.tries
        return (Int(left), wait((tries + rule.tries - 1) / rule.tries, rule))
    }

    private func wait(_ number: Int64, _ rule: Rule) -> Duration {
        min(rule.wait * (1 << min(max(number - 1, 0), 20)), rule.waitMax)
    }
}
