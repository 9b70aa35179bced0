public import NuntiqModel

/// Who calls, as the presented credential proves it: always of exactly one tenant.
public struct Principal: Sendable, Hashable {
    /// What kind of caller it is.
    public enum Kind: Sendable, Hashable {
        /// A supplier system with a key of its partner account.
        case partner(keyID: Token)
        /// A credential that the customer issued for the customer API.
        case apiUser
        /// A run of a connector with a short-lived token.
        case job(run: Token)
        /// A person in the portal, with its role.
        case user(Role)
    }

    /// The partner account's, API user's, connector instance's or user's id, from the installation's one sequence; so
    /// unique over all kinds.
    public let id: Int64
    /// The tenant it belongs to.
    public let tenant: TenantID
    /// What kind of caller it is.
    public let kind: Kind
    /// The name shown to people beside what it did.
    public let name: String
    /// What it may do.
    public let permissions: Set<Permission>
    /// Whether its key was rotated away and only lives its last hours: it may submit and read, nothing else.
    public let inGrace: Bool
    /// The supplier numbers it may submit for, as given; empty means any.
    public let suppliers: [String]

    /// Makes a principal from its parts.
    public init(
        id: Int64, tenant: TenantID, kind: Kind, name: String, permissions: Set<Permission>, inGrace: Bool = false,
        suppliers: [String] = []
    ) {
        self.id = id
        self.tenant = tenant
        self.kind = kind
        self.name = name
        self.permissions = permissions
        self.inGrace = inGrace
        self.suppliers = suppliers
    }
}
