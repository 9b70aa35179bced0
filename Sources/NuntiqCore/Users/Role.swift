/// What a person may do in a portal; each role may do all that those before it may.
public enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Reads.
    case viewer
    /// Edits, and decides 40, 45, 96 and 97.
    case clerk
    /// Decides 50.
    case approver
    /// Settings, users, keys, connectors.
    case admin
    /// The installation: tenants, health, work; of tenant 0 alone.
    case `operator`

    /// The roles that a tenant gives.
    public static let ofTenants: [Role] = [.viewer, .clerk, .approver, .admin]

    /// Orders by what a role may do.
    public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    /// The word that people read.
    public var word: String {
        switch self {
        case .viewer: "Viewer"
        case .clerk: "AP clerk"
        case .approver: "Approver"
        case .admin: "Administrator"
        case .operator: "Operator"
        }
    }

    private var rank: Int {
        switch self {
        case .viewer: 0
        case .clerk: 1
        case .approver: 2
        case .admin: 3
        case .operator: 4
        }
    }
}
