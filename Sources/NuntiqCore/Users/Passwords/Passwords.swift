public import NuntiqModel
public import NuntiqStore

/// Sets passwords: by a link that works once, or by who knows the old one.
public struct Passwords: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets
    let hasher: PasswordHasher

    /// Works on a database with the installation's secrets.
    public init(
        database: any Database, environment: RuntimeEnvironment, secrets: Secrets, hasher: PasswordHasher
    ) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
        self.hasher = hasher
    }

    /// Whose password a link on that tenant's host sets; looking consumes nothing.
    ///
    /// - Throws: ``SignInError/linkDead``.
    public func user(of token: String, in tenant: TenantID) async throws -> User {
        guard PortalToken.isOne(token) else { throw SignInError.linkDead }
        let hash = secrets.hash(token)
        let user = try await database.read { tx in
            try linkUser(PortalLinkRepository(tx).find(tenant, hash), tenant, tx)
        }
        guard let user else { throw SignInError.linkDead }
        return user
    }

    /// Sets the password that a link is for: the link is used up, every session ends, tries are forgotten, and the
    /// person is signed in.
    ///
    /// - Throws: ``SignInError/linkDead``, ``SignInError/invalid(_:)`` (then the link still works).
    public func set(
        _ password: String, by token: String, in tenant: TenantID, from address: String, agent: String
    ) async throws -> OpenedSession {
        let user = try await user(of: token, in: tenant)
        if let fault = PasswordRules.fault(in: password, of: user) { throw SignInError.invalid([fault]) }
        let password = try await hasher.hash(password)
        let (shown, fresh) = (secrets.hash(token), PortalToken.make(environment))
        let hash = secrets.hash(fresh)
        let session = try await database.write { tx in
            let link = try PortalLinkRepository(tx).take(tenant, shown)
            guard let user = try linkUser(link, tenant, tx) else { throw SignInError.linkDead }
            try store(password, of: user, by: user.actor, tx)
            return try SessionRepository(tx).open(user, hash: hash, from: address, agent: agent)
        }
        return OpenedSession(token: fresh, session: session)
    }

    /// Sets another password for who is signed in and knows the present one; their other sessions end.
    ///
    /// - Throws: ``SignInError/invalid(_:)``, ``SignInError/busy``.
    public func change(_ old: String, to new: String, by session: Session) async throws {
        let user = session.user
        let stored = try await database.read { tx in try UserRepository(tx).password(user.tenant, user.id) }
        guard try await hasher.matches(String(old.prefix(1_000)), stored) else {
            throw SignInError.invalid([FieldFault(field: "old_password", message: "This is not your password.")])
        }
        if let fault = PasswordRules.fault(in: new, of: user) { throw SignInError.invalid([fault]) }
        guard old != new else {
            throw SignInError.invalid([FieldFault(field: "password", message: "This is the password that you have.")])
        }
        let password = try await hasher.hash(new)
        try await database.write { tx in
            try store(password, of: user, by: session.actor, keeping: session.hash, tx)
        }
    }

    private func store(
        _ password: PasswordHash, of user: User, by actor: Actor, keeping session: [UInt8] = [], _ tx: any Transaction
    ) throws {
        try UserRepository(tx).setPassword(password, of: user.id, in: user.tenant, mustChange: false)
        try PortalLinkRepository(tx).removePasswordLinks(user.tenant, of: user.id)
        _ = try SessionRepository(tx).endAll(user.tenant, of: user.id, except: session)
        for name in [user.email, user.loginAccount] {
            let subject = secrets.hash("sign-in account \(trimmedFolded(name))")
            try SignInThrottleRepository(tx).forget(.account, subject, in: user.tenant)
        }
        try tx.audit("password_set", of: user.id.subject, in: user.tenant, by: actor, [:])
    }

    /// The user whose password a link sets, if it still may sign in with one.
    private func linkUser(_ link: PortalLink?, _ tenant: TenantID, _ tx: any Transaction) throws -> User? {
        guard let link, link.purpose != .enter, let user = try UserRepository(tx).find(tenant, link.user),
            user.isActive(at: tx.now), user.loginType == .password
        else { return nil }
        return user
    }
}
