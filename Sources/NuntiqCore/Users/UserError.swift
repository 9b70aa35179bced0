public import NuntiqModel

/// Why a user was not made, found or changed.
public enum UserError: UserFacingError, Hashable {
    /// What was asked for cannot be; every fault is listed.
    case invalid([FieldFault])
    /// Another user of the tenant has that address.
    case emailTaken(String)
    /// Another user of the tenant has that login account.
    case loginTaken(String)
    /// The tenant has no groups with those codes.
    case unknownGroups([String])
    /// The tenant has no user with that id, address or login account.
    case unknown(String)
    /// Another group of the tenant has that code.
    case groupTaken(String)
    /// The group has members.
    case groupInUse(String)
    /// Nobody would be left who may manage users.
    case lastAdmin
    /// A role that this tenant cannot give.
    case roleRefused(Role)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid, .unknownGroups: "validation_failed"
        case .emailTaken: "user_email_taken"
        case .loginTaken: "user_login_taken"
        case .unknown: "user_not_found"
        case .groupTaken: "group_code_taken"
        case .groupInUse: "group_in_use"
        case .lastAdmin: "last_admin"
        case .roleRefused: "role_refused"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .emailTaken(let email): "Another user has the address \"\(email)\"."
        case .loginTaken(let login): "Another user has the login account \"\(login)\"."
        case .unknownGroups(let codes): "There is no group \(codes.map { "\"\($0)\"" }.joined(separator: ", "))."
        case .unknown(let reference): "There is no user \"\(reference)\"."
        case .groupTaken(let code): "Another group has the code \"\(code)\"."
        case .groupInUse(let code): "The group \"\(code)\" has members."
        case .lastAdmin: "This is the last administrator."
        case .roleRefused(let role): "The role \(role.rawValue) cannot be given here."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Correct the values and try again."
        case .emailTaken, .loginTaken: "Change that user, or choose another value."
        case .unknownGroups: "Make the group first; the settings of the portal list them."
        case .unknown: "The list of users shows them."
        case .groupTaken: "Choose another code."
        case .groupInUse: "Take its members out first."
        case .lastAdmin: "Make somebody else an administrator first."
        case .roleRefused: "Possible are \(Role.ofTenants.map(\.rawValue).joined(separator: ", "))."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .emailTaken: [FieldFault(field: "email", message: message)]
        case .loginTaken: [FieldFault(field: "login_account", message: message)]
        case .unknownGroups: [FieldFault(field: "groups", message: message)]
        case .groupTaken: [FieldFault(field: "external_code", message: message)]
        case .roleRefused: [FieldFault(field: "role", message: message)]
        case .unknown, .groupInUse, .lastAdmin: []
        }
    }
}
