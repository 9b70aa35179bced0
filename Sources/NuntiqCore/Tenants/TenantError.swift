public import NuntiqModel

/// Why a tenant was not made or not found.
public enum TenantError: UserFacingError, Hashable {
    /// What was asked for cannot be; every fault is listed.
    case invalid([FieldFault])
    /// The subdomain belongs to another tenant.
    case subdomainTaken(String)
    /// No tenant has that subdomain, customer number or id.
    case unknown(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .subdomainTaken: "subdomain_taken"
        case .unknown: "tenant_not_found"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .subdomainTaken(let subdomain): "There is a tenant \"\(subdomain)\" already."
        case .unknown(let reference): "There is no tenant \"\(reference)\"."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Correct the values and try again."
        case .subdomainTaken: "Choose another subdomain; `nuntiq tenant list` shows those in use."
        case .unknown: "Name it by subdomain, customer number or id; `nuntiq tenant list` shows them."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .subdomainTaken, .unknown: []
        }
    }
}
