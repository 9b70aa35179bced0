import NuntiqModel
public import NuntiqStore

/// The answer of a rotation, kept for a while for whoever asked for it and did not get it.
///
/// It is sealed with a key derived from the old rotation secret, which we keep only as a hash. It is given again for
/// ``lifetime``, until the new key is first used, the key is rotated again or is revoked.
struct RotationReplay: Sendable {
    static let lifetime = Duration.seconds(600)

    let idempotencyKey: String
    private let secret: String
    private let purpose: String
    private let secrets: Secrets

    /// `nil` for a rotation without `Idempotency-Key`: its answer is given once.
    init?(_ request: RotationRequest, of id: Token, replacing shown: CredentialHashes, secrets: Secrets) {
        guard let key = request.idempotencyKey else { return nil }
        idempotencyKey = key
        secret = request.rotationSecret
        purpose = "rotation \(id) \(key) \(Hexadecimal.encode(shown.key))"
        self.secrets = secrets
    }

    func seal(_ fresh: Credentials, nonce: [UInt8]) throws -> [UInt8] {
        try secrets.seal(Array("\(fresh.key) \(fresh.secret)".utf8), for: secret, purpose: purpose, nonce: nonce)
    }

    /// The credentials; `nil` when it was not this secret that they were sealed for.
    func open(_ sealed: [UInt8]) -> (apiKey: String, rotationSecret: String)? {
        guard case .success(let plain) = opened(sealed) else { return nil }
        let words = String(decoding: plain, as: UTF8.self).split(separator: " ").map(String.init)
        return words.count == 2 ? (words[0], words[1]) : nil
    }

    private func opened(_ sealed: [UInt8]) -> Result<[UInt8], SecretsError> {
        Result { () throws(SecretsError) in try secrets.unseal(sealed, for: secret, purpose: purpose) }
    }
}

/// The rows of table `rotation_replay`.
struct RotationReplayRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Keeps the answer of a key's last rotation in the place of any earlier one.
    func keep(
        _ answer: [UInt8]?, under idempotencyKey: String?, bringing newKeyHash: [UInt8], of key: Token,
        in tenant: TenantID
    ) throws {
        try remove(tenant, of: key)
        guard let answer, let idempotencyKey else { return }
        try tx.execute(
            """
            INSERT INTO rotation_replay (tenant, partner_key, idempotency_key, new_key_hash, answer, ends_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [tenant, key, idempotencyKey, newKeyHash, answer, tx.now + RotationReplay.lifetime])
    }

    /// The sealed answer to the rotation that replaced a key, while key and account live.
    func find(
        _ tenant: TenantID, of key: Token, _ idempotencyKey: String, replaced: [UInt8]
    ) throws -> [UInt8]? {
        try tx.query(
            """
            SELECT rotation_replay.answer FROM rotation_replay
            JOIN partner_key
              ON partner_key.tenant = rotation_replay.tenant AND partner_key.id = rotation_replay.partner_key
            JOIN partner ON partner.tenant = partner_key.tenant AND partner.id = partner_key.partner
            WHERE rotation_replay.tenant = ? AND rotation_replay.partner_key = ?
              AND rotation_replay.idempotency_key = ? AND rotation_replay.ends_at > ?
              AND partner_key.grace_hash = ? AND partner_key.revoked_at IS NULL
              AND (partner_key.expires_at IS NULL OR partner_key.expires_at > ?) AND partner.active
            """,
            [tenant, key, idempotencyKey, tx.now, replaced, tx.now]
        ).first?.bytes(0)
    }

    /// Ends the answer that brought a key; that of a rotation since then stays.
    func remove(_ tenant: TenantID, of key: Token, bringing newKeyHash: [UInt8]) throws {
        try tx.execute(
            "DELETE FROM rotation_replay WHERE tenant = ? AND partner_key = ? AND new_key_hash = ?",
            [tenant, key, newKeyHash])
    }

    func remove(_ tenant: TenantID, of key: Token) throws {
        try tx.execute("DELETE FROM rotation_replay WHERE tenant = ? AND partner_key = ?", [tenant, key])
    }

    /// Removes what is not given again any more; few rows, since a first use removes its own.
    func removeEnded() throws -> Int {
        try tx.query(
            """
            DELETE FROM rotation_replay WHERE tenant IN (SELECT id FROM tenant) AND ends_at <= ? RETURNING 1
            """,
            [tx.now]
        ).count
    }
}

/// Removes answers of rotations that are not given again any more.
public struct RotationReplaySweep: Sendable {
    private let database: any Database

    /// Puts the sweep on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Removes them; answers how many.
    @discardableResult
    public func run() async throws -> Int {
        try await database.write { tx in try RotationReplayRepository(tx).removeEnded() }
    }
}
