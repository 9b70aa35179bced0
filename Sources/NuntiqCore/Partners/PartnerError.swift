public import NuntiqModel

/// Why a partner account was not made or not found.
public enum PartnerError: UserFacingError, Hashable {
    /// What was asked for cannot be; every fault is listed.
    case invalid([FieldFault])
    /// The name belongs to another partner account of the tenant.
    case nameTaken(String)
    /// The tenant has no partner account with that id or name.
    case unknown(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .nameTaken: "partner_name_taken"
        case .unknown: "partner_not_found"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .nameTaken(let name): "The tenant has a partner account \"\(name)\" already."
        case .unknown(let reference): "The tenant has no partner account \"\(reference)\"."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Correct the values and try again."
        case .nameTaken: "Choose another name."
        case .unknown: "Name it by id or name; `nuntiq partner list` shows them."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .nameTaken, .unknown: []
        }
    }
}
