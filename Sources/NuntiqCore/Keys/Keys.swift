public import NuntiqModel
public import NuntiqStore

/// Issues, lists, rotates and revokes the keys of partner accounts.
///
/// Console and HTTP call the same.
public struct Keys: Sendable {
    /// A label has at most so many characters.
    public static let labelCharactersMax = 64
    /// So many live keys has an account at most.
    public static let liveMax = 100

    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets

    /// Works on a database with the installation's secrets.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
    }

    /// Issues a key; its credentials are in the answer and nowhere else.
    ///
    /// The label has 1 to 64 characters and differs, folded, from those of the account's other live keys.
    /// - Throws: ``KeyError``, ``PartnerError/unknown(_:)``.
    public func issue(
        _ label: String, expiry: KeyExpiry = .standard, for partner: Int64, in tenant: TenantID, by actor: Actor
    ) async throws -> IssuedKey {
        let label = trimmed(label)
        let credentials = Credentials(environment: environment, secrets: secrets)
        return try await database.write { tx in
            let key = try checkedKey(label, expiry, partner, credentials, in: tenant, tx)
            try KeyRepository(tx).insert(key, hashes: credentials.hashes, in: tenant)
            try tx.audit("key_issued", of: key.id.bytes, in: tenant, by: actor, key.facts)
            try KeyNotices(tx: tx, tenant: tenant).issued(key)
            return IssuedKey(key: key, apiKey: credentials.key, rotationSecret: credentials.secret)
        }
    }

    /// Every key of the account, the newest first, revoked ones too.
    public func list(of partner: Int64, in tenant: TenantID) async throws -> [PartnerKey] {
        try await database.read { tx in try KeyRepository(tx).all(tenant, of: partner) }
    }

    /// Makes a key worthless within a second, with the one it replaced; its row stays for the audit.
    ///
    /// - Throws: ``KeyError/unknown(_:)`` for a key that is not there or was revoked before.
    public func revoke(_ id: Token, in tenant: TenantID, by actor: Actor) async throws -> PartnerKey {
        try await database.write { tx in try revoke(id, in: tenant, by: actor, tx) }
    }

    /// Makes another key of the caller's own account worthless.
    ///
    /// - Throws: ``KeyError/current`` for the key that the caller shows, ``KeyError/unknown(_:)`` also for the keys of
    ///   other accounts.
    public func revoke(_ id: Token, by principal: Principal) async throws -> PartnerKey {
        guard principal.kind != .partner(keyID: id) else { throw KeyError.current }
        return try await database.write { tx in
            guard try KeyRepository(tx).find(principal.tenant, id)?.partner == principal.id else {
                throw KeyError.unknown(id.description)
            }
            return try revoke(id, in: principal.tenant, by: principal.actor, tx)
        }
    }

    private func revoke(
        _ id: Token, in tenant: TenantID, by actor: Actor, _ tx: any Transaction
    ) throws -> PartnerKey {
        let keys = KeyRepository(tx)
        guard try keys.revoke(tenant, id), let key = try keys.find(tenant, id) else {
            throw KeyError.unknown(id.description)
        }
        try tx.audit("key_revoked", of: id.bytes, in: tenant, by: actor, key.facts)
        return key
    }

    /// The key to write; holds the account, so that no other call can take its label meanwhile.
    private func checkedKey(
        _ label: String, _ expiry: KeyExpiry, _ partner: Int64, _ credentials: Credentials, in tenant: TenantID,
        _ tx: any Transaction
    ) throws -> PartnerKey {
        let partners = PartnerRepository(tx)
        try partners.lock(tenant, partner)
        guard let account = try partners.find(tenant, partner) else { throw PartnerError.unknown(String(partner)) }
        guard account.isActive else { throw KeyError.partnerInactive(account.name) }
        try check(label, expiry, at: tx.now)
        let live = try KeyRepository(tx).live(tenant, of: partner, at: tx.now)
        guard live.count < Self.liveMax else { throw KeyError.tooMany(live.count) }
        guard !live.contains(where: { folded($0.label) == folded(label) }) else { throw KeyError.labelTaken(label) }
        return PartnerKey(
            id: .version7(at: tx.now, random: credentials.idBytes), partner: partner, label: label,
            prefix: credentials.prefix, last4: credentials.last4, createdAt: tx.now,
            expiresAt: expiry.end(from: tx.now),
            expiresIntervalDays: expiry.intervalDays, lastUsedAt: nil, revokedAt: nil, graceUntil: nil)
    }

    private func check(_ label: String, _ expiry: KeyExpiry, at now: Instant) throws(KeyError) {
        var faults: [FieldFault] = []
        if !(1...Self.labelCharactersMax).contains(label.count) {
            faults.append(FieldFault(field: "label", message: "The label has 1 to 64 characters."))
        }
        if let fault = expiry.fault(from: now) { faults.append(fault) }
        guard faults.isEmpty else { throw .invalid(faults) }
    }
}

extension PartnerKey {
    /// What the audit keeps of a key: copied, since the row may go.
    var facts: JSONValue {
        [
            "id": .string(id.description), "label": .string(label), "prefix": .string(prefix),
            "last_4": .string(last4), "partner": .number(JSONNumber(partner)),
        ]
    }
}
