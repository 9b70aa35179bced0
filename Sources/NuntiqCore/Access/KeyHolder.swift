import NuntiqModel
import NuntiqStore

/// What the key directory and the tenant's rows say about one presented key.
struct KeyHolder: Sendable, Hashable {
    let principal: Principal
    /// Where its use is recorded.
    let usage: KeyUsage.Subject
    /// The key works until then.
    let expiresAt: Instant?
    /// The key before the last rotation works until then.
    let graceUntil: Instant?
    /// The first label of its tenant's portal.
    let subdomain: String
    /// Whether the answer that brought the key may be given again until its first use.
    var isReplayable = false
}

/// Finds the holder of a key by its hash.
struct KeyHolderRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// The holder of a live or expired key; `nil` for a key that is unknown, revoked or of a deactivated account.
    func find(_ hash: [UInt8]) throws -> KeyHolder? {
        guard let entry = try KeyDirectory(tx).find(hash) else { return nil }
        switch entry.kind {
        case .partner: return try partner(entry, inGrace: false)
        case .partnerGrace: return try partner(entry, inGrace: true)
        case .apiUser: return try apiUser(entry)
        }
    }

    private func partner(_ entry: KeyDirectory.Entry, inGrace: Bool) throws -> KeyHolder? {
        let rows = try tx.query(
            """
            SELECT partner.id, partner.name, partner.suppliers, partner_key.expires_at, partner_key.grace_until,
              tenant.subdomain, EXISTS (
                SELECT 1 FROM rotation_replay
                WHERE rotation_replay.tenant = partner_key.tenant AND rotation_replay.partner_key = partner_key.id)
            FROM partner_key
            JOIN partner ON partner.tenant = partner_key.tenant AND partner.id = partner_key.partner
            JOIN tenant ON tenant.id = partner_key.tenant
            WHERE partner_key.tenant = ? AND partner_key.id = ? AND partner_key.revoked_at IS NULL AND partner.active
            """,
            [entry.tenant, entry.subject])
        guard let row = rows.first, let key = Token(bytes: entry.subject) else { return nil }
        let principal = Principal(
            id: try row.int(0), tenant: entry.tenant, kind: .partner(keyID: key), name: try row.text(1),
            permissions: [.submitSupplierInvoice], inGrace: inGrace, suppliers: try supplierNumbers(row.text(2)))
        return KeyHolder(
            principal: principal, usage: inGrace ? .graceKey(entry.tenant, key) : .partnerKey(entry.tenant, key),
            expiresAt: try row.optional(3, row.instant), graceUntil: inGrace ? try row.optional(4, row.instant) : nil,
            subdomain: try row.text(5), isReplayable: inGrace ? false : try row.bool(6))
    }

    private func apiUser(_ entry: KeyDirectory.Entry) throws -> KeyHolder? {
        guard let id = Int64(subject: entry.subject) else { return nil }
        let rows = try tx.query(
            """
            SELECT api_user.name, api_user.permissions, tenant.subdomain
            FROM api_user JOIN tenant ON tenant.id = api_user.tenant
            WHERE api_user.tenant = ? AND api_user.id = ? AND api_user.revoked_at IS NULL
            """,
            [entry.tenant, id])
        guard let row = rows.first else { return nil }
        let principal = Principal(
            id: id, tenant: entry.tenant, kind: .apiUser, name: try row.text(0),
            permissions: Set(text: try row.text(1)))
        return KeyHolder(
            principal: principal, usage: .apiUser(entry.tenant, id), expiresAt: nil, graceUntil: nil,
            subdomain: try row.text(2))
    }
}
