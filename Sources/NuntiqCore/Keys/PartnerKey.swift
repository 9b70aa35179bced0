public import NuntiqModel

/// A key of a partner account, as far as it may be shown again.
public struct PartnerKey: Sendable, Hashable {
    /// Its id, which a rotation keeps.
    public let id: Token
    /// The partner account.
    public let partner: Int64
    /// The name its owner gave it.
    public let label: String
    /// The first characters of the key.
    public let prefix: String
    /// The last four characters of the key.
    public let last4: String
    /// When it was issued.
    public let createdAt: Instant
    /// When it ends; `nil`: never.
    public let expiresAt: Instant?
    /// The interval of its next rotation; `nil`: none was chosen.
    public let expiresIntervalDays: Int?
    /// When it was last presented, late by some seconds.
    public let lastUsedAt: Instant?
    /// When it was revoked.
    public let revokedAt: Instant?
    /// Until when the key before the last rotation works beside it.
    public let graceUntil: Instant?
}

/// A key with its credentials, which are shown this once.
public struct IssuedKey: Sendable, Hashable {
    /// The key as stored.
    public let key: PartnerKey
    /// The credential for `X-API-Key`.
    public let apiKey: String
    /// The credential for `X-Rotation-Secret`.
    public let rotationSecret: String
    /// The key whose label it took; `nil` when the label was free.
    public var replaced: PartnerKey?
}
