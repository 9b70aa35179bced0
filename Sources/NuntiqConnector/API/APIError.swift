public import NuntiqModel

/// Why a call to Nuntiq did not do what was asked.
public enum APIError: Error, Sendable, Hashable {
    /// Nuntiq answered, with a status of 300 or above.
    case refused(Refusal)
    /// There was no answer, also after all attempts; `mayHaveArrived` says whether the call can have taken effect.
    case unreachable(path: String, reason: String, mayHaveArrived: Bool)
    /// An answer that is not what it always is, such as one that is no JSON: most often the address is wrong.
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
        /// The whole answer; its `details` name every fault by field.
        public let body: JSONValue
        /// How often the call was sent.
        public var attempts = 1
    }

    /// The refusal's code; `nil` when nobody refused.
    public var code: String? { refusal?.code }

    /// The refusal's status; `nil` when nobody refused.
    public var status: Int? { refusal?.status }

    private var refusal: Refusal? {
        switch self {
        case .refused(let refusal): refusal
        case .unreachable, .unexpected: nil
        }
    }
}

extension APIError: CustomStringConvertible {
    /// The status, code and message, or why there is none.
    public var description: String {
        switch self {
        case .refused(let refusal): refusal.text
        case .unreachable(let path, let reason, _): "No answer from \(path): \(reason)"
        case .unexpected(let path, let reason): "The answer from \(path) is not what it should be: \(reason)"
        }
    }
}

extension APIError.Refusal {
    private static let faultsMax = 20

    fileprivate var text: String {
        let faults = (body["details"]?.array ?? []).prefix(Self.faultsMax).map {
            "; \($0["field"]?.string ?? ""): \($0["message"]?.string ?? "")"
        }
        return "\(status) \(code): \(message)\(faults.joined()) (request \(requestID))"
    }
}
