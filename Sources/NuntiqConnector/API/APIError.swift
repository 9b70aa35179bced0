public import NuntiqModel

/// Why a call to Nuntiq did not do what was asked.
public enum APIError: Error, Sendable, Hashable {
    /// Nuntiq answered, with a status of 400 or above.
    case refused(Refusal)
    /// There was no answer, or none that could be read, also after all attempts.
    case unreachable(path: String, reason: String)
    /// An answer without a member that it always has.
    case unexpected(path: String, reason: String)

    /// What Nuntiq said.
    public struct Refusal: Sendable, Hashable {
        /// The HTTP status.
        public let status: Int
        /// The stable machine code, such as `lease_lost`; empty when there is none.
        public let code: String
        /// What is wrong, in words.
        public let message: String
        /// Names the call in Nuntiq's log.
        public let requestID: String
        /// The whole answer.
        public let body: JSONValue
    }

    /// The refusal's code; `nil` when nobody refused.
    public var code: String? {
        switch self {
        case .refused(let refusal): refusal.code
        case .unreachable, .unexpected: nil
        }
    }

    /// The refusal's status; `nil` when nobody refused.
    public var status: Int? {
        switch self {
        case .refused(let refusal): refusal.status
        case .unreachable, .unexpected: nil
        }
    }
}

extension APIError: CustomStringConvertible {
    /// The status, code and message, or why there is none.
    public var description: String {
        switch self {
        case .refused(let refusal):
            "\(refusal.status) \(refusal.code): \(refusal.message) (request \(refusal.requestID))"
        case .unreachable(let path, let reason): "No answer from \(path): \(reason)"
        case .unexpected(let path, let reason): "The answer from \(path) is not what it should be: \(reason)"
        }
    }
}
