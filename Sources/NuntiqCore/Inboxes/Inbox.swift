public import NuntiqModel

/// An address at which a tenant receives invoices; it decides the template.
public struct Inbox: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// The address, as it was given.
    public let address: String
    /// Whether invoices go here whose sender named no inbox of the tenant.
    public let isDefault: Bool
    /// The number of the template that its invoices take.
    public let template: Int64
    /// Other names by which a sender may mean it, as they were given.
    public let externalIdentifiers: [String]
    /// When it was made.
    public let createdAt: Instant
}

/// What is asked for a new inbox, as typed.
public struct NewInbox: Sendable, Hashable {
    /// The address; white space around it is cut.
    public let address: String
    /// Whether it becomes the default inbox, instead of the one that is.
    public let isDefault: Bool
    /// Other names by which a sender may mean it, up to 200 characters each.
    public let externalIdentifiers: [String]

    /// Makes a request for an inbox.
    public init(address: String, isDefault: Bool = false, externalIdentifiers: [String] = []) {
        self.address = address
        self.isDefault = isDefault
        self.externalIdentifiers = externalIdentifiers
    }
}
