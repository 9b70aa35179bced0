public import NuntiqModel

/// Why a presented key opens nothing; every case is a 401.
public enum AuthenticationError: UserFacingError, Hashable {
    /// Malformed, unknown, revoked, or of a deactivated account: the caller does not learn which.
    case invalidKey
    /// It was a key until that instant; a new one is to be had at that page.
    case expired(at: Instant, regenerateURL: String)
    /// Malformed, unknown, of a run that has ended, or shown with another tenant's customer number.
    case invalidJobToken

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalidKey: "invalid_api_key"
        case .expired: "key_expired"
        case .invalidJobToken: "invalid_job_token"
        }
    }

    /// What is wrong; the words are the public contract's.
    public var message: String {
        switch self {
        case .invalidKey: "Invalid API Key"
        case .invalidJobToken: "Invalid job token, or not the customer number of its tenant"
        case .expired(let instant, let url):
            "This API key expired on \(instant.description.prefix(10)). Generate a new key at \(url)"
        }
    }

    /// Empty: the message is fixed.
    public var hint: String { "" }
}
