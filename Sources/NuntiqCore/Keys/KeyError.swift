public import NuntiqModel

/// Why a key was not issued or revoked.
public enum KeyError: UserFacingError, Hashable {
    /// What was asked for cannot be; every fault is listed.
    case invalid([FieldFault])
    /// A live key of the account has that label.
    case labelTaken(String)
    /// No live key has that id.
    case unknown(String)
    /// The account was deactivated.
    case partnerInactive(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .labelTaken: "key_label_taken"
        case .unknown: "key_not_found"
        case .partnerInactive: "partner_inactive"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .labelTaken(let label): "A live key of this account has the label \"\(label)\"."
        case .unknown(let id): "There is no live key \(id)."
        case .partnerInactive(let name): "The partner account \"\(name)\" is deactivated."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Correct the values and try again."
        case .labelTaken: "Choose another label, or revoke that key first."
        case .unknown: "The list of keys shows their ids; a revoked key stays revoked."
        case .partnerInactive: "A deactivated account gets no new keys; make another account."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .labelTaken, .unknown, .partnerInactive: []
        }
    }
}
