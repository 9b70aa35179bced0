import NuntiqModel
import NuntiqStore

/// The rows of table `partner_key` while their credentials are replaced.
struct RotationRepository {
    /// What a rotation needs to know of the key before it.
    struct Held: Sendable, Hashable {
        let prefix: String
        let last4: String
        let expiresIntervalDays: Int?
        /// The hash of the key that the last rotation replaced.
        let graceHash: [UInt8]?
    }

    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Holds the key until this transaction ends; `nil` unless both credentials are in force.
    ///
    /// A twin waits here, and then finds that they no longer are.
    func hold(_ tenant: TenantID, _ id: Token, _ shown: CredentialHashes) throws -> Held? {
        try tx.query(
            """
            SELECT prefix, last_4, expires_interval_days, grace_hash FROM partner_key
            WHERE tenant = ? AND id = ? AND key_hash = ? AND secret_hash = ? AND revoked_at IS NULL
              AND (expires_at IS NULL OR expires_at > ?)
              AND EXISTS (
                SELECT 1 FROM partner
                WHERE partner.tenant = partner_key.tenant AND partner.id = partner_key.partner AND partner.active)
            \(tx.dialect.locking)
            """,
            [tenant, id, shown.key, shown.secret, tx.now]
        ).first.map { row in
            Held(
                prefix: try row.text(0), last4: try row.text(1),
                expiresIntervalDays: try row.optional(2, row.int).map(Int.init),
                graceHash: try row.optional(3, row.bytes))
        }
    }

    /// Puts the new credentials in the place of those shown; `false` when they were replaced meanwhile.
    func replace(
        _ tenant: TenantID, _ id: Token, _ shown: CredentialHashes, by fresh: Credentials, expiry: KeyExpiry,
        graceUntil: Instant
    ) throws -> Bool {
        let rows = try tx.query(
            """
            UPDATE partner_key SET
              pepper = ?, key_hash = ?, secret_hash = ?, prefix = ?, last_4 = ?,
              grace_hash = key_hash, grace_until = ?, grace_used_at = NULL, grace_used_from = '',
              expires_at = ?, expires_interval_days = ?, expired_at = NULL, reminders_sent = '',
              generation = generation + 1, issued_at = ?,
              rotation_due_at = CASE
                WHEN rotation_cadence_days IS NULL THEN rotation_due_at ELSE ? + rotation_cadence_days * 86400000000 END
            WHERE tenant = ? AND id = ? AND key_hash = ? AND secret_hash = ?
            RETURNING 1
            """,
            [
                fresh.hashes.pepper, fresh.hashes.key, fresh.hashes.secret, fresh.prefix, fresh.last4, graceUntil,
                expiry.end(from: tx.now), expiry.intervalDays, tx.now, tx.now, tenant, id, shown.key, shown.secret,
            ])
        return !rows.isEmpty
    }
}
