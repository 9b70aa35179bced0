import NuntiqModel
import NuntiqStore

/// What becomes of a live key that has the label of a new one.
public enum LabelClash: Sendable, Hashable {
    /// The new key is refused.
    case refuse
    /// The new key takes the label; the old one works ``Keys/grace`` more, as after a rotation.
    case replace
}

/// A key that is asked for, with credentials that are made but stored nowhere yet.
struct KeyDraft: Sendable {
    let label: String
    let expiry: KeyExpiry
    let clash: LabelClash
    let credentials: Credentials

    /// Issues the key within a transaction; holds the account, so that no other call can take its label meanwhile.
    func issue(
        for partner: Int64, in tenant: TenantID, by actor: Actor, _ tx: any Transaction
    ) throws -> IssuedKey {
        try checkAccount(partner, in: tenant, tx)
        try check(at: tx.now)
        let keys = KeyRepository(tx)
        let live = try keys.live(tenant, of: partner, at: tx.now)
        let taken = live.first { folded($0.label) == folded(label) }
        if taken != nil, clash == .refuse { throw KeyError.labelTaken(label) }
        guard live.count - (taken == nil ? 0 : 1) < Keys.liveMax else { throw KeyError.tooMany(live.count) }
        var key = key(of: partner, at: tx.now)
        try keys.insert(key, hashes: credentials.hashes, in: tenant)
        if let taken {
            let until = tx.now + Keys.grace
            try keys.replace(taken.id, by: key.id, graceUntil: until, in: tenant)
            key = key.replacing(until: until)
            try tx.audit("key_replaced", of: taken.id.bytes, in: tenant, by: actor, taken.facts)
        }
        try tx.audit("key_issued", of: key.id.bytes, in: tenant, by: actor, key.facts)
        try KeyNotices(tx: tx, tenant: tenant).issued(key)
        return IssuedKey(
            key: key, apiKey: credentials.key, rotationSecret: credentials.secret, replaced: taken)
    }

    private func checkAccount(_ partner: Int64, in tenant: TenantID, _ tx: any Transaction) throws {
        let partners = PartnerRepository(tx)
        try partners.lock(tenant, partner)
        guard let account = try partners.find(tenant, partner) else { throw PartnerError.unknown(String(partner)) }
        guard account.isActive else { throw KeyError.partnerInactive(account.name) }
    }

    private func key(of partner: Int64, at now: Instant) -> PartnerKey {
        PartnerKey(
            id: .version7(at: now, random: credentials.idBytes), partner: partner, label: label,
            prefix: credentials.prefix, last4: credentials.last4, createdAt: now, expiresAt: expiry.end(from: now),
            expiresIntervalDays: expiry.intervalDays, lastUsedAt: nil, revokedAt: nil, graceUntil: nil)
    }

    private func check(at now: Instant) throws(KeyError) {
        var faults: [FieldFault] = []
        if !(1...Keys.labelCharactersMax).contains(label.count) {
            faults.append(FieldFault(field: "label", message: "The label has 1 to 64 characters."))
        }
        if let fault = expiry.fault(from: now) { faults.append(fault) }
        guard faults.isEmpty else { throw .invalid(faults) }
    }
}

extension PartnerKey {
    /// The key that took another's label: that one works beside it for a while.
    fileprivate func replacing(until: Instant) -> PartnerKey {
        PartnerKey(
            id: id, partner: partner, label: label, prefix: prefix, last4: last4, createdAt: createdAt,
            expiresAt: expiresAt, expiresIntervalDays: expiresIntervalDays, lastUsedAt: lastUsedAt,
            revokedAt: revokedAt, graceUntil: until)
    }
}

extension KeyRepository {
    /// Ends a key but for its grace, in which it stands with its successor as after a rotation.
    fileprivate func replace(_ old: Token, by new: Token, graceUntil: Instant, in tenant: TenantID) throws {
        let rows = try tx.query(
            """
            SELECT key_hash, grace_hash FROM partner_key WHERE tenant = ? AND id = ? AND revoked_at IS NULL
            \(tx.dialect.locking)
            """,
            [tenant, old])
        guard let row = rows.first else { return }
        let hash = try row.bytes(0)
        if let earlier = try row.optional(1, row.bytes) { try KeyDirectory(tx).remove(earlier) }
        try RotationReplayRepository(tx).remove(tenant, of: old)
        try tx.execute(
            """
            UPDATE partner_key SET revoked_at = ?, grace_hash = NULL, grace_until = NULL WHERE tenant = ? AND id = ?
            """,
            [tx.now, tenant, old])
        try tx.execute(
            "UPDATE partner_key SET grace_hash = ?, grace_until = ? WHERE tenant = ? AND id = ?",
            [hash, graceUntil, tenant, new])
        try KeyDirectory(tx).retire(hash, to: new.bytes)
    }
}
