public import NuntiqModel
public import NuntiqStore

/// Issues, lists and revokes the keys of partner accounts.
public struct Keys: Sendable {
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
        try await database.write { tx in
            let keys = KeyRepository(tx)
            guard try keys.revoke(tenant, id), let key = try keys.find(tenant, id) else {
                throw KeyError.unknown(id.description)
            }
            try tx.audit("key_revoked", of: id.bytes, in: tenant, by: actor, key.facts)
            return key
        }
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
        let live = try KeyRepository(tx).all(tenant, of: partner).filter { $0.isLive(at: tx.now) }
        guard !live.contains(where: { folded($0.label) == folded(label) }) else { throw KeyError.labelTaken(label) }
        return PartnerKey(
            id: .version7(at: tx.now, random: credentials.idBytes), partner: partner, label: label,
            prefix: credentials.prefix, last4: credentials.last4, createdAt: tx.now,
            expiresAt: expiry.end(from: tx.now),
            expiresIntervalDays: expiry.intervalDays, lastUsedAt: nil, revokedAt: nil, graceUntil: nil)
    }

    private func check(_ label: String, _ expiry: KeyExpiry, at now: Instant) throws(KeyError) {
        var faults: [FieldFault] = []
        if !(1...64).contains(label.count) {
            faults.append(FieldFault(field: "label", message: "The label has 1 to 64 characters."))
        }
        if let fault = expiry.fault(from: now) { faults.append(fault) }
        guard faults.isEmpty else { throw .invalid(faults) }
    }
}

/// Fresh credentials of one key and what is stored of them.
struct Credentials: Sendable {
    let key: String
    let secret: String
    let prefix: String
    let last4: String
    let hashes: CredentialHashes
    let idBytes: [UInt8]

    init(environment: RuntimeEnvironment, secrets: Secrets) {
        let apiKey = APIKey.generate(.key, random: environment.random)
        key = apiKey.text
        secret = APIKey.generate(.rotationSecret, random: environment.random).text
        prefix = apiKey.prefix
        last4 = apiKey.last4
        hashes = CredentialHashes(pepper: secrets.pepperVersion, key: secrets.hash(key), secret: secrets.hash(secret))
        idBytes = environment.random(10)
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
