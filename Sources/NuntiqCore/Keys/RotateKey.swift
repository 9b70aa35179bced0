public import NuntiqModel
import NuntiqStore

/// What a partner shows and wants when it rotates a key.
public struct RotationRequest: Sendable, Hashable {
    /// The key named by the path; `nil` for what is no id.
    public let keyID: Token?
    /// The key that is shown.
    public let apiKey: String
    /// The rotation secret that is shown.
    public let rotationSecret: String
    /// How long the new key lives; `nil`: the stored interval again, without one for ever.
    public let expiry: KeyExpiry?
    /// What makes a lost answer repeatable; `nil`: it is not.
    public let idempotencyKey: String?

    /// Makes a request from its parts.
    public init(
        keyID: Token?, apiKey: String, rotationSecret: String, expiry: KeyExpiry? = nil, idempotencyKey: String? = nil
    ) {
        self.keyID = keyID
        self.apiKey = apiKey
        self.rotationSecret = rotationSecret
        self.expiry = expiry
        self.idempotencyKey = idempotencyKey
    }
}

/// A key under its new credentials.
public struct RotatedKey: Sendable, Hashable {
    /// The key with the credentials.
    public let issued: IssuedKey
    /// Whether this answer was given before.
    public let isReplay: Bool
}

extension Keys {
    /// How long the old key works beside the new one.
    public static let grace = Duration.seconds(4 * 3_600)

    /// Gives a key new credentials; id and label stay, the old key works for ``grace``.
    ///
    /// Compare and swap on both hashes: of two at once one wins. Whoever comes with old credentials and the
    /// `Idempotency-Key` of the rotation that replaced them gets its answer again, while ``RotationReplay`` keeps it.
    /// - Throws: ``KeyError/rotationRefused``, ``KeyError/invalid(_:)``.
    public func rotate(_ request: RotationRequest, by principal: Principal) async throws -> RotatedKey {
        guard let id = request.keyID, principal.kind == .partner(keyID: id),
            APIKey(request.rotationSecret)?.kind == .rotationSecret
        else { throw KeyError.rotationRefused }
        let shown = CredentialHashes(
            pepper: secrets.pepperVersion, key: secrets.hash(request.apiKey),
            secret: secrets.hash(request.rotationSecret))
        let fresh = Credentials(environment: environment, secrets: secrets)
        let replay = RotationReplay(request, of: id, replacing: shown, secrets: secrets)
        let sealed = try replay?.seal(fresh, nonce: environment.random(12))
        return try await database.write { tx in
            let rotation = KeyRotation(tx: tx, tenant: principal.tenant, id: id, actor: principal.actor)
            if let key = try rotation.replace(shown, by: fresh, expiry: request.expiry) {
                try RotationReplayRepository(tx).keep(
                    sealed, under: request.idempotencyKey, bringing: fresh.hashes.key, of: id, in: principal.tenant)
                return RotatedKey(
                    issued: IssuedKey(key: key, apiKey: fresh.key, rotationSecret: fresh.secret), isReplay: false)
            }
            guard let replay, let again = try rotation.replay(replay, shown) else { throw KeyError.rotationRefused }
            return RotatedKey(issued: again, isReplay: true)
        }
    }
}

/// One rotation within its transaction.
struct KeyRotation {
    let tx: any Transaction
    let tenant: TenantID
    let id: Token
    let actor: Actor

    /// The key under its new credentials; `nil` when those shown are not in force.
    func replace(_ shown: CredentialHashes, by fresh: Credentials, expiry: KeyExpiry?) throws -> PartnerKey? {
        let rows = RotationRepository(tx)
        guard let held = try rows.hold(tenant, id, shown) else { return nil }
        if let fault = expiry?.fault(from: tx.now) { throw KeyError.invalid([fault]) }
        let expiry = expiry ?? held.expiresIntervalDays.map(KeyExpiry.days) ?? .never
        guard try rows.replace(tenant, id, shown, by: fresh, expiry: expiry, graceUntil: tx.now + Keys.grace),
            let key = try KeyRepository(tx).find(tenant, id)
        else { return nil }
        let directory = KeyDirectory(tx)
        if let earlier = held.graceHash { try directory.remove(earlier) }
        try directory.retire(shown.key)
        try directory.insert(fresh.hashes.key, kind: .partner, subject: id.bytes, in: tenant)
        try tx.audit("key_rotated", of: id.bytes, in: tenant, by: actor, key.facts(replacing: held))
        try KeyNotices(tx: tx, tenant: tenant).rotated(key, replacing: held.prefix, held.last4)
        return key
    }

    /// The answer that was given to these credentials before; `nil` when it is not to be given again.
    func replay(_ replay: RotationReplay, _ shown: CredentialHashes) throws -> IssuedKey? {
        guard
            let sealed = try RotationReplayRepository(tx).find(
                tenant, of: id, replay.idempotencyKey, replaced: shown.key),
            let (apiKey, secret) = replay.open(sealed), let key = try KeyRepository(tx).find(tenant, id)
        else { return nil }
        try tx.audit("key_rotation_replayed", of: id.bytes, in: tenant, by: actor, key.facts)
        return IssuedKey(key: key, apiKey: apiKey, rotationSecret: secret)
    }
}

extension PartnerKey {
    /// What the audit keeps of a rotation: the key as it is now, and by what to recognise the one before.
    fileprivate func facts(replacing held: RotationRepository.Held) -> JSONValue {
        var object = facts.object ?? [:]
        object["replaced_prefix"] = .string(held.prefix)
        object["replaced_last_4"] = .string(held.last4)
        object["grace_until"] = graceUntil?.json
        return .object(object)
    }
}
