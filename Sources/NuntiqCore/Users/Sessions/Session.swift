public import NuntiqModel

/// Somebody who is signed in with one browser.
public struct Session: Sendable, Hashable {
    /// Who.
    public let user: User
    /// The hash under which it is kept; names the session among those of a user.
    public let hash: [UInt8]
    /// Since when.
    public let createdAt: Instant
    /// When it was last used, late by some minutes.
    public let seenAt: Instant
    /// The network address that signed in.
    public let address: String
    /// What the browser called itself.
    public let agent: String
    /// The tenant that an operator has entered.
    public let entered: TenantID?
    /// Why it has.
    public let enteredReason: String

    /// A session that nobody uses for so long ends.
    public static let idleMax = Duration.seconds(8 * 3_600)
    /// A session ends after so long in any case.
    public static let lifeMax = Duration.seconds(24 * 3_600)

    /// The tenant whose portal it may see: the user's own, or the one that an operator has entered.
    public var tenant: TenantID? {
        user.role == .operator ? entered : user.tenant
    }

    /// What it may do in a tenant's portal; an operator who entered does what an administrator may.
    public var role: Role { user.role }

    /// Whoever acts, as events tell it.
    public var actor: Actor {
        guard user.role == .operator else { return user.actor }
        return Actor(source: "MANUAL_USER", type: "USER", id: String(user.id), name: "\(user.name) (operator)")
    }
}

/// A session that was just opened, with the token that its browser keeps.
public struct OpenedSession: Sendable {
    /// The token; shown to nobody but the browser.
    public let token: String
    /// The session.
    public let session: Session
}
