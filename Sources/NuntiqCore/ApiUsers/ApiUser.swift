public import NuntiqModel

/// A credential for the customer API that a tenant issued, with what it may do.
public struct ApiUser: Sendable, Hashable {
    /// Its number, unique over partner accounts and API users.
    public let id: Int64
    /// The name that people read.
    public let name: String
    /// What it may do.
    public let permissions: Set<Permission>
    /// The first characters of its key.
    public let prefix: String
    /// The last four characters of its key.
    public let last4: String
    /// When it was made.
    public let createdAt: Instant
    /// When it last called, late by some seconds.
    public let lastUsedAt: Instant?
    /// When it was revoked.
    public let revokedAt: Instant?
}

/// An API user with its key, which is shown this once.
public struct IssuedApiUser: Sendable, Hashable {
    /// The API user as stored.
    public let user: ApiUser
    /// The credential for `X-API-Key`.
    public let apiKey: String
}
