public import NuntiqModel

/// Why a key was not issued, rotated or revoked.
public enum KeyError: UserFacingError, Hashable {
    /// What was asked for cannot be; every fault is listed.
    case invalid([FieldFault])
    /// A live key of the account has that label.
    case labelTaken(String)
    /// The account has as many live keys as it may.
    case tooMany(Int)
    /// No live key has that id.
    case unknown(String)
    /// It is the key that was shown.
    case current
    /// Key, rotation secret and id do not belong together, or are no longer in force: the caller does not learn which.
    case rotationRefused
    /// The account was deactivated.
    case partnerInactive(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .labelTaken: "key_label_taken"
        case .tooMany: "too_many_keys"
        case .unknown: "key_not_found"
        case .current: "key_is_current"
        case .rotationRefused: "rotation_refused"
        case .partnerInactive: "partner_inactive"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .labelTaken(let label): "A live key of this account has the label \"\(label)\"."
        case .tooMany(let count): "This account has \(count) live keys, which is as many as it may have."
        case .unknown(let id): "There is no live key \(id)."
        case .current: "A key cannot revoke itself."
        case .rotationRefused: "API key, rotation secret and key id are not those of one key in force."
        case .partnerInactive(let name): "The partner account \"\(name)\" is deactivated."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Correct the values and try again."
        case .labelTaken: "Choose another label, or revoke that key first."
        case .tooMany: "Revoke those that nobody uses."
        case .current: "Revoke it by another key of the account, or rotate it."
        case .rotationRefused:
            "If an earlier answer was lost, repeat that call unchanged, with the Idempotency-Key that it had."
        case .unknown: "The list of keys shows their ids; a revoked key stays revoked."
        case .partnerInactive: "A deactivated account gets no new keys; make another account."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .labelTaken, .tooMany, .unknown, .current, .rotationRefused, .partnerInactive: []
        }
    }
}
