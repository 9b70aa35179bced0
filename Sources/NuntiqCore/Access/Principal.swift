public import NuntiqModel

/// Who calls, as its key or token proved.
public struct Principal: Sendable, Hashable {
    /// What kind of caller it is.
    public enum Kind: Sendable, Hashable {
        /// A supplier's system; the id is that of the key it showed.
        case partner(keyID: [UInt8])
        /// A credential that the customer issued.
        case apiUser
        /// A run of a connector.
        case job
    }

    /// The id of the partner account or API user, from the installation's one sequence: unique over all kinds.
    public let id: Int64
    /// The tenant it belongs to.
    public let tenant: TenantID
    /// What kind of caller it is.
    public let kind: Kind
    /// The name that people know it by.
    public let name: String
    /// What it may do.
    public let permissions: Set<Permission>
    /// Whether it showed a rotated key in its last hours.
    public let inGrace: Bool

    /// Puts a principal together from what the directory says.
    public init(
        id: Int64, tenant: TenantID, kind: Kind, name: String, permissions: Set<Permission>, inGrace: Bool = false
    ) {
        self.id = id
        self.tenant = tenant
        self.kind = kind
        self.name = name
        self.permissions = permissions
        self.inGrace = inGrace
    }
}
