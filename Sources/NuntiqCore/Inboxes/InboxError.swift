public import NuntiqModel

/// Why an inbox was not added.
public enum InboxError: UserFacingError, Hashable {
    /// What was asked for cannot be; every fault is listed.
    case invalid([FieldFault])
    /// Another inbox of the tenant has that address.
    case addressTaken(String)
    /// Another inbox of the tenant has that external identifier.
    case identifierTaken(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .addressTaken: "inbox_address_taken"
        case .identifierTaken: "external_identifier_taken"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .addressTaken(let address): "The tenant has an inbox \"\(address)\" already."
        case .identifierTaken(let name): "Another inbox of the tenant has the external identifier \"\(name)\"."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Correct the values and try again."
        case .addressTaken, .identifierTaken: "Choose another; `nuntiq inbox list` shows those in use."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .addressTaken, .identifierTaken: []
        }
    }
}
