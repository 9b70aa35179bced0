public import NuntiqModel
public import NuntiqStore

/// Finds out who calls by the key that a request shows.
///
/// A mistyped key is refused by its checksum alone. Any other is looked up by its hash, at most about once a second.
public struct Authentication: Sendable {
    /// Records uses; whoever composes the program flushes it.
    public let usage: KeyUsage

    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets
    let portal: PortalAddress
    private let recent = RecentKeys()

    /// Works on a database with the installation's secrets; `portal` is where an expired key's owner is sent.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets, portal: PortalAddress) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
        self.portal = portal
        usage = KeyUsage(database: database)
    }

    /// The principal of a live key, whose use from `address` is recorded.
    ///
    /// - Throws: ``AuthenticationError``; an error of the store when nothing could be looked up.
    public func principal(showing key: String, from address: String) async throws -> Principal {
        guard let key = APIKey(key), key.kind == .key else { throw AuthenticationError.invalidKey }
        let hash = secrets.hash(key.text)
        guard let holder = try await holder(of: hash) else { throw AuthenticationError.invalidKey }
        let now = environment.now(nil)
        try check(holder, at: now)
        if holder.isReplayable { try await endReplay(of: holder, showing: hash) }
        usage.record(holder.usage, at: now, from: address)
        return holder.principal
    }

    /// Looks a partner's key up anew at its next use on this node; every other node does so within a second.
    public func forget(_ key: Token, in tenant: TenantID) {
        recent.forget { $0.principal.tenant == tenant && $0.principal.kind == .partner(keyID: key) }
    }

    /// Who uses the new key has the answer that brought it: it is not given again.
    ///
    /// One write per rotation, not per request.
    private func endReplay(of holder: KeyHolder, showing hash: [UInt8]) async throws {
        guard case .partner(let key) = holder.principal.kind else { return }
        let tenant = holder.principal.tenant
        try await database.write { tx in try RotationReplayRepository(tx).remove(tenant, of: key, bringing: hash) }
        forget(key, in: tenant)
    }

    private func check(_ holder: KeyHolder, at now: Instant) throws(AuthenticationError) {
        if holder.principal.inGrace {
            guard let graceUntil = holder.graceUntil, now < graceUntil else { throw .invalidKey }
        }
        if let expiresAt = holder.expiresAt, expiresAt <= now {
            throw .expired(at: expiresAt, regenerateURL: portal.regenerateURL(of: holder.subdomain))
        }
    }

    private func holder(of hash: [UInt8]) async throws -> KeyHolder? {
        let readAt = environment.monotonic()
        if let known = recent.find(hash, at: readAt) { return known }
        let holder = try await database.read { tx in try KeyHolderRepository(tx).find(hash) }
        recent.keep(holder, for: hash, readAt: readAt)
        return holder
    }
}
