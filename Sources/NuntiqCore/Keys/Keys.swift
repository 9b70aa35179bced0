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
        let draft = draft(label, expiry, .refuse)
        return try await database.write { tx in try draft.issue(for: partner, in: tenant, by: actor, tx) }
    }

    /// A key that is asked for, under a trimmed label.
    func draft(_ label: String, _ expiry: KeyExpiry, _ clash: LabelClash) -> KeyDraft {
        KeyDraft(
            label: trimmed(label), expiry: expiry, clash: clash,
            credentials: Credentials(environment: environment, secrets: secrets))
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
