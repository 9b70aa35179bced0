public import NuntiqModel

/// Users of a tenant that are treated alike; the customer's own systems name it by its code.
public struct UserGroup: Sendable, Hashable {
    /// Its code, unique in the tenant, folded.
    public let externalCode: String
    /// The name that people read.
    public let name: String
    /// What its members may do at least.
    public let role: Role
    /// When it was made.
    public let createdAt: Instant

    /// What every tenant begins with.
    static let standard: [(code: String, name: String, role: Role)] = [
        ("VIEWERS", "Viewers", .viewer), ("CLERKS", "AP clerks", .clerk), ("APPROVERS", "Approvers", .approver),
        ("ADMINS", "Administrators", .admin),
    ]
}
