public import NuntiqModel

/// Why an API user was not made or revoked.
public enum ApiUserError: UserFacingError, Hashable {
    /// What was asked for cannot be; every fault is listed.
    case invalid([FieldFault])
    /// No live API user has that id or name.
    case unknown(String)
    /// Several live API users have that name.
    case ambiguous(String, ids: [Int64])

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .unknown: "api_user_not_found"
        case .ambiguous: "api_user_ambiguous"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .unknown(let reference): "The tenant has no live API user \"\(reference)\"."
        case .ambiguous(let name, let ids):
            "Several live API users are called \"\(name)\": \(ids.map(String.init).joined(separator: ", "))."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Correct the values and try again."
        case .unknown: "Name it by id or name; `nuntiq api-user list` shows them."
        case .ambiguous: "Name one by its id."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .unknown, .ambiguous: []
        }
    }
}
