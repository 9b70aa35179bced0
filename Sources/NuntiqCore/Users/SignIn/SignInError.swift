public import NuntiqModel

/// Why nobody was signed in, or no password was set.
public enum SignInError: UserFacingError, Hashable {
    /// User and password are not those of anyone who may sign in here: the caller does not learn which.
    case refused(triesLeft: Int, wait: Duration)
    /// There were too many tries for this account or from this address.
    case throttled(until: Instant, from: Instant)
    /// The link was used, is over, or never was one: the caller does not learn which.
    case linkDead
    /// The new password cannot be; every fault is listed.
    case invalid([FieldFault])
    /// Too many sign in at once.
    case busy
    /// There is no such session any more.
    case signedOut

    /// The stable machine code.
    public var code: String {
        switch self {
        case .refused: "sign_in_refused"
        case .throttled: "sign_in_throttled"
        case .linkDead: "link_dead"
        case .invalid: "validation_failed"
        case .busy: "overloaded"
        case .signedOut: "signed_out"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .refused(let triesLeft, let wait):
            "Email and password do not match. \(Self.consequence(triesLeft, wait))"
        case .throttled(let until, let now):
            "There were too many tries. The next one is possible in \(Self.words(until - now))."
        case .linkDead: "This link was used before or is over."
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .busy: "Too many people sign in at this moment."
        case .signedOut: "You are signed out."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .refused: ""
        case .throttled: "A forgotten password can be set anew meanwhile."
        case .linkDead: "Have a fresh one sent to you."
        case .invalid: "Choose another password."
        case .busy: "Try again in a moment."
        case .signedOut: "Sign in again."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .refused, .throttled, .linkDead, .busy, .signedOut: []
        }
    }

    private static func consequence(_ triesLeft: Int, _ wait: Duration) -> String {
        switch triesLeft {
        case ...0: "There is a wait of \(words(wait)) now."
        case 1: "After 1 more try there is a wait of \(words(wait))."
        default: "After \(triesLeft) more tries there is a wait of \(words(wait))."
        }
    }

    /// `1 minute`, `5 minutes`; less than a minute counts as one.
    private static func words(_ duration: Duration) -> String {
        let minutes = max(1, (duration.components.seconds + 59) / 60)
        return minutes == 1 ? "1 minute" : "\(minutes) minutes"
    }
}
