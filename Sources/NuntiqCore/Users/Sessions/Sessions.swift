public import NuntiqModel
public import NuntiqStore

/// Who is signed in: found by the token that a browser shows, ended by who signs out or by an administrator.
public struct Sessions: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets

    /// Works on a database with the installation's secrets.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
    }

    /// The live session of a token on the host of a tenant (0: the installation's own); `nil` when there is none.
    ///
    /// A token of another tenant is none. Roles and deactivations hold at once: the user is read with the session.
    public func find(_ token: String, on tenant: TenantID) async throws -> Session? {
        guard let (session, now) = try await read(token, tenant) else { return nil }
        if now - session.seenAt >= SessionRepository.seenStep {
            try await database.write { tx in try SessionRepository(tx).touch(session) }
        }
        return session
    }

    /// The same without counting as use: what a page asks for by itself keeps nobody signed in.
    public func look(_ token: String, on tenant: TenantID) async throws -> Session? {
        try await read(token, tenant)?.session
    }

    private func read(_ token: String, _ tenant: TenantID) async throws -> (session: Session, now: Instant)? {
        guard PortalToken.isOne(token) else { return nil }
        let hash = secrets.hash(token)
        return try await database.read { tx in
            try SessionRepository(tx).find(tenant, hash).map { ($0, tx.now) }
        }
    }

    /// Ends a session.
    public func end(_ session: Session) async throws {
        try await database.write { tx in
            try SessionRepository(tx).end(session.user.tenant, session.hash)
            try tx.audit(
                "signed_out", of: session.user.id.subject, in: session.user.tenant, by: session.actor, [:])
        }
    }

    /// The live sessions of a user, the newest first.
    public func list(of user: User) async throws -> [Session] {
        try await database.read { tx in try SessionRepository(tx).all(user) }
    }

    /// Ends every session of a user; says how many there were.
    @discardableResult
    public func endAll(of user: Int64, in tenant: TenantID, by actor: Actor) async throws -> Int {
        try await database.write { tx in
            let count = try SessionRepository(tx).endAll(tenant, of: user)
            try tx.audit(
                "sessions_ended", of: user.subject, in: tenant, by: actor, ["count": .number(JSONNumber(Int64(count)))])
            return count
        }
    }

    /// Ends every session of a user but this one.
    public func endOthers(than session: Session) async throws {
        let user = session.user
        try await database.write { tx in
            _ = try SessionRepository(tx).endAll(user.tenant, of: user.id, except: session.hash)
            try tx.audit("sessions_ended", of: user.id.subject, in: user.tenant, by: session.actor, [:])
        }
    }

    /// Makes a link by which an operator enters a tenant's portal within a minute; the reason is kept in its history.
    public func enter(_ tenant: TenantID, because reason: String, by session: Session) async throws -> String {
        guard session.user.role == .operator else { throw SignInError.signedOut }
        let reason = trimmed(reason)
        guard (3...300).contains(reason.count) else {
            throw SignInError.invalid([FieldFault(field: "reason", message: "Give a reason of 3 to 300 characters.")])
        }
        let token = PortalToken.make(environment)
        let hash = secrets.hash(token)
        try await database.write { tx in
            let link = PortalLink(
                user: session.user.id, purpose: .enter, target: tenant, reason: reason,
                expiresAt: tx.now + PortalLink.Purpose.enter.life)
            try PortalLinkRepository(tx).insert(link, hash: hash, in: session.user.tenant)
            try tx.audit(
                "operator_entered", of: tenant.rawValue.subject, in: tenant, by: session.actor,
                ["reason": .string(reason)])
        }
        return token
    }

    /// Opens the session of an operator who follows such a link on the tenant's host.
    public func follow(
        _ token: String, on tenant: TenantID, from address: String, agent: String
    ) async throws -> OpenedSession {
        guard PortalToken.isOne(token) else { throw SignInError.linkDead }
        let shown = secrets.hash(token)
        let fresh = PortalToken.make(environment)
        let hash = secrets.hash(fresh)
        let session = try await database.write { tx in
            let home = Periodic.installationTenant
            guard let link = try PortalLinkRepository(tx).take(home, shown), link.purpose == .enter,
                link.target == tenant, let user = try UserRepository(tx).find(home, link.user),
                user.isActive(at: tx.now)
            else { throw SignInError.linkDead }
            let sessions = SessionRepository(tx)
            try sessions.insert(hash, of: user, from: address, agent: agent, entered: tenant, reason: link.reason)
            guard let session = try sessions.find(home, hash) else { throw SignInError.linkDead }
            return session
        }
        return OpenedSession(token: fresh, session: session)
    }
}
