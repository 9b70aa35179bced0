public import NuntiqModel
public import NuntiqStore

/// The rows of table `partner_key`.
public struct KeyRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Every key of the account, the newest first, revoked ones too (index `partner_key_by_partner`).
    public func all(_ tenant: TenantID, of partner: Int64) throws -> [PartnerKey] {
        try tx.query("\(select) AND partner = ? ORDER BY created_at DESC, id DESC", [tenant, partner])
            .map(PartnerKey.init)
    }

    /// The account's keys that work at `now`, the newest first (index `partner_key_by_partner`).
    func live(_ tenant: TenantID, of partner: Int64, at now: Instant) throws -> [PartnerKey] {
        try tx.query(
            """
            \(select) AND partner = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
            ORDER BY created_at DESC
            """,
            [tenant, partner, now]
        ).map(PartnerKey.init)
    }

    /// The key with that id.
    public func find(_ tenant: TenantID, _ id: Token) throws -> PartnerKey? {
        try tx.query("\(select) AND id = ?", [tenant, id]).first.map(PartnerKey.init)
    }

    func insert(_ key: PartnerKey, hashes: CredentialHashes, in tenant: TenantID) throws {
        try tx.execute(
            """
            INSERT INTO partner_key (tenant, id, partner, label, label_folded, pepper, key_hash, secret_hash, prefix,
              last_4, created_at, expires_at, expires_interval_days, last_used_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
            """,
            [
                tenant, key.id, key.partner, key.label, trimmedFolded(key.label), hashes.pepper, hashes.key,
                hashes.secret, key.prefix, key.last4, key.createdAt, key.expiresAt, key.expiresIntervalDays,
            ])
        try KeyDirectory(tx).insert(hashes.key, kind: .partner, subject: key.id.bytes, in: tenant)
    }

    /// Ends a live key and gives its stored hashes' directory entries back; `false` if it was none.
    func revoke(_ tenant: TenantID, _ id: Token) throws -> Bool {
        let rows = try tx.query(
            """
            UPDATE partner_key SET revoked_at = ?
            WHERE tenant = ? AND id = ? AND revoked_at IS NULL
            RETURNING key_hash, grace_hash
            """,
            [tx.now, tenant, id])
        guard let row = rows.first else { return false }
        try KeyDirectory(tx).remove(row.bytes(0))
        if let grace = try row.optional(1, row.bytes) { try KeyDirectory(tx).remove(grace) }
        try tx.execute(
            "UPDATE partner_key SET grace_hash = NULL, grace_until = NULL WHERE tenant = ? AND id = ?", [tenant, id])
        try RotationReplayRepository(tx).remove(tenant, of: id)
        return true
    }

    private var select: String {
        """
        SELECT id, partner, label, prefix, last_4, created_at, expires_at, expires_interval_days, last_used_at,
          revoked_at, grace_until FROM partner_key WHERE tenant = ?
        """
    }
}

/// What is stored of a key's two credentials.
struct CredentialHashes: Sendable, Hashable {
    let pepper: Int64
    let key: [UInt8]
    let secret: [UInt8]
}

extension PartnerKey {
    init(_ row: Row) throws {
        self.init(
            id: try row.token(0), partner: try row.int(1), label: try row.text(2), prefix: try row.text(3),
            last4: try row.text(4), createdAt: try row.instant(5), expiresAt: try row.optional(6, row.instant),
            expiresIntervalDays: try row.optional(7, row.int).map(Int.init),
            lastUsedAt: try row.optional(8, row.instant), revokedAt: try row.optional(9, row.instant),
            graceUntil: try row.optional(10, row.instant))
    }
}
