public import NuntiqModel

/// A partner account: one supplier system that may push invoices into one tenant.
public struct Partner: Sendable, Hashable {
    /// Its number, unique over partner accounts and API users.
    public let id: Int64
    /// The name that people read, unique in the tenant when folded.
    public let name: String
    /// Whether its keys work.
    public let isActive: Bool
    /// The supplier numbers it may submit for; empty means any.
    public let suppliers: [String]
    /// The addresses that hear of its keys.
    public let emails: [String]
    /// When it was made.
    public let createdAt: Instant
}

/// What is asked for a new partner account, as typed.
public struct NewPartner: Sendable, Hashable {
    /// The name that people read, up to 200 characters.
    public let name: String
    /// The addresses that hear of its keys, up to 20.
    public let emails: [String]
    /// The supplier numbers it may submit for, up to 1 000 of 100 characters; empty means any.
    public let suppliers: [String]

    /// Makes a request for a partner account.
    public init(name: String, emails: [String] = [], suppliers: [String] = []) {
        self.name = name
        self.emails = emails
        self.suppliers = suppliers
    }
}
