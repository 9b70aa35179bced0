import NuntiqModel
import NuntiqStore

/// What lists of partner accounts show, from tables `partner`, `partner_key` and `invoice`.
struct PartnerOverviewRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Accounts by name after `name`, at most `limit` (index `partner_by_name`).
    func page(_ tenant: TenantID, after name: String, limit: Int) throws -> [PartnerOverview] {
        try withKeys(
            tenant,
            tx.query(
                "\(select) AND p.name_folded > ? ORDER BY p.name_folded LIMIT ?", [since, tenant, name, limit]))
    }

    /// Accounts whose name or address holds the words, or one of whose keys ends in them.
    func search(_ tenant: TenantID, _ words: String, after name: String, limit: Int) throws -> [PartnerOverview] {
        let pattern = "%\(Self.literal(trimmedFolded(words)))%"
        return try withKeys(
            tenant,
            tx.query(
                """
                \(select) AND p.name_folded > ? AND (
                  p.name_folded LIKE ? ESCAPE '!'
                  OR EXISTS (
                    SELECT 1 FROM partner_email AS e
                    WHERE e.tenant = p.tenant AND e.partner = p.id AND e.email_folded LIKE ? ESCAPE '!')
                  OR EXISTS (
                    SELECT 1 FROM partner_key AS k
                    WHERE k.tenant = p.tenant AND k.partner = p.id AND k.last_4 = ?))
                ORDER BY p.name_folded LIMIT ?
                """,
                [since, tenant, name, pattern, pattern, String(trimmed(words).suffix(4)), limit]))
    }

    /// How many accounts there are.
    func count(_ tenant: TenantID) throws -> Int64 {
        try tx.query("SELECT count(*) FROM partner WHERE tenant = ?", [tenant]).first?.int(0) ?? 0
    }

    /// The keys of an account, the newest first, revoked ones too (index `partner_key_by_partner`).
    func keys(_ tenant: TenantID, of partner: Int64) throws -> [PartnerKeyOverview] {
        try tx.query("\(selectKeys) AND partner = ? ORDER BY created_at DESC, id DESC", [tenant, partner])
            .map(PartnerKeyOverview.init)
    }

    private func withKeys(_ tenant: TenantID, _ rows: [Row]) throws -> [PartnerOverview] {
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0.int(0) }
        let places = ids.map { _ in "?" }.joined(separator: ", ")
        let keys = Dictionary(
            grouping: try tx.query(
                """
                \(selectKeys) AND partner IN (\(places)) AND revoked_at IS NULL ORDER BY created_at DESC, id DESC
                """,
                [tenant as any SQLConvertible] + ids
            ).map(PartnerKeyOverview.init), by: \.partner)
        return try rows.map { row in
            var partner = try PartnerOverview(row)
            partner.keys = keys[partner.id] ?? []
            return partner
        }
    }

    /// The smallest token of the last 30 days: tokens order by time.
    private var since: Token {
        .version7(at: tx.now - .seconds(30 * 86_400), random: [UInt8](repeating: 0, count: 8))
    }

    private var select: String {
        """
        SELECT p.id, p.name, p.name_folded, p.active,
          (SELECT i.created_at FROM invoice AS i
           WHERE i.tenant = p.tenant AND i.account = p.id ORDER BY i.token DESC LIMIT 1),
          (SELECT count(*) FROM invoice AS i WHERE i.tenant = p.tenant AND i.account = p.id AND i.token >= ?)
        FROM partner AS p WHERE p.tenant = ?
        """
    }

    private var selectKeys: String {
        """
        SELECT id, partner, label, prefix, last_4, created_at, expires_at, last_used_at, last_used_from, revoked_at,
          grace_until, grace_used_at, grace_used_from FROM partner_key WHERE tenant = ?
        """
    }

    /// The words with the signs of patterns taken literally.
    private static func literal(_ words: String) -> String {
        words.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
    }
}

extension PartnerOverview {
    init(_ row: Row) throws {
        self.init(
            id: try row.int(0), name: try row.text(1), nameFolded: try row.text(2), isActive: try row.bool(3),
            lastInvoiceAt: try row.optional(4, row.instant), invoiceCount: try row.int(5))
    }
}

extension PartnerKeyOverview {
    init(_ row: Row) throws {
        self.init(
            id: try row.token(0), partner: try row.int(1), label: try row.text(2), prefix: try row.text(3),
            last4: try row.text(4), createdAt: try row.instant(5), expiresAt: try row.optional(6, row.instant),
            lastUsedAt: try row.optional(7, row.instant), lastUsedFrom: try row.text(8),
            revokedAt: try row.optional(9, row.instant), graceUntil: try row.optional(10, row.instant),
            graceUsedAt: try row.optional(11, row.instant), graceUsedFrom: try row.text(12))
    }
}
