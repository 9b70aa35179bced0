public import NuntiqModel

/// A partner account as a list shows it: with what its keys and invoices are doing.
public struct PartnerOverview: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// Its name.
    public let name: String
    /// Its name as lists are ordered; where the next page begins.
    public let nameFolded: String
    /// Whether its keys work.
    public let isActive: Bool
    /// Its keys that were not revoked, the newest first.
    public var keys: [PartnerKeyOverview] = []
    /// When its newest invoice came.
    public let lastInvoiceAt: Instant?
    /// How many invoices came within 30 days.
    public let invoiceCount: Int64
}

/// A key of a partner account as people see it: how it is recognised, how long it works, who uses it.
public struct PartnerKeyOverview: Sendable, Hashable {
    /// Its id, which stays through rotations.
    public let id: Token
    /// The account.
    public let partner: Int64
    /// The name that the account gave it.
    public let label: String
    /// How it begins.
    public let prefix: String
    /// How it ends.
    public let last4: String
    /// When the key was first issued.
    public let createdAt: Instant
    /// Until when it works; `nil` for ever.
    public let expiresAt: Instant?
    /// When it was last used.
    public let lastUsedAt: Instant?
    /// From where.
    public let lastUsedFrom: String
    /// When it was revoked.
    public let revokedAt: Instant?
    /// Until when the key that it replaced works.
    public let graceUntil: Instant?
    /// When the replaced key was last used, since the rotation.
    public let graceUsedAt: Instant?
    /// From where.
    public let graceUsedFrom: String

    /// Whether it works at that moment.
    public func isLive(at now: Instant) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }

    /// Whether the key that it replaced works at that moment.
    public func isInGrace(at now: Instant) -> Bool {
        revokedAt == nil && graceUntil.map { now < $0 } ?? false
    }
}
