import NuntiqModel
import NuntiqStore

/// The rows of tables `supplier_session` and `supplier_token`, the directory from a token's hash to its session.
struct SupplierSessionRepository {
    /// Which of a session's two tokens is shown.
    enum Kind: String {
        /// The one in the mailed link.
        case link
        /// The one that a right code brought.
        case claim
    }

    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// The session that a token leads to.
    ///
    /// With a scope only a session of that tenant; `holding` keeps others from changing it until this transaction ends.
    func find(_ hash: [UInt8], _ kind: Kind, in scope: TenantID?, holding: Bool) throws -> SupplierSession? {
        let found = try tx.query(
            "SELECT tenant, session FROM supplier_token WHERE token_hash = ? AND kind = ?", [hash, kind.rawValue]
        ).first
        guard let found, let tenant = Optional(try found.tenant(0)), scope == nil || scope == tenant else { return nil }
        return try tx.query(
            """
            SELECT \(SupplierSession.columns) FROM supplier_session WHERE tenant = ? AND id = ?
            \(holding ? tx.dialect.locking : "")
            """,
            [tenant, try found.token(1)]
        ).first.map { try SupplierSession($0, in: tenant) }
    }

    func insert(_ session: SupplierSession, link hash: [UInt8], isInvitation: Bool) throws {
        try tx.execute(
            """
            INSERT INTO supplier_session (tenant, id, partner, email, email_folded, purpose, is_invitation, created_at,
              ends_at, codes, wrong_codes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
            """,
            [
                session.tenant, session.id, session.partner, session.email, folded(session.email),
                session.purpose.rawValue, isInvitation, session.createdAt, session.endsAt,
            ])
        try insert(hash, .link, of: session)
    }

    /// How many links an address asked for since then, for one account (index `supplier_session_by_email`).
    func linkCount(_ tenant: TenantID, _ partner: Int64, _ email: String, since: Instant) throws -> Int {
        try tx.query(
            """
            SELECT 1 FROM supplier_session
            WHERE tenant = ? AND email_folded = ? AND created_at > ? AND partner = ? AND NOT is_invitation
            """,
            [tenant, folded(email), since, partner]
        ).count
    }

    /// The active accounts that have this notification address (index `partner_email_by_email`).
    func accounts(_ tenant: TenantID, with email: String) throws -> [Int64] {
        try tx.query(
            """
            SELECT partner.id FROM partner_email
            JOIN partner ON partner.tenant = partner_email.tenant AND partner.id = partner_email.partner
            WHERE partner_email.tenant = ? AND partner_email.email_folded = ? AND partner.active ORDER BY partner.id
            """,
            [tenant, folded(email)]
        ).map { try $0.int(0) }
    }

    func open(_ session: SupplierSession) throws {
        try tx.execute(
            "UPDATE supplier_session SET opened_at = ? WHERE tenant = ? AND id = ? AND opened_at IS NULL",
            [tx.now, session.tenant, session.id])
    }

    /// Puts a new code in the place of any earlier one.
    func setCode(_ hash: [UInt8], until: Instant, of session: SupplierSession) throws {
        try tx.execute(
            """
            UPDATE supplier_session SET code_hash = ?, code_ends_at = ?, code_sent_at = ?, codes = codes + 1,
              opened_at = COALESCE(opened_at, ?)
            WHERE tenant = ? AND id = ?
            """,
            [hash, until, tx.now, tx.now, session.tenant, session.id])
    }

    func countWrongCode(of session: SupplierSession) throws {
        try tx.execute(
            "UPDATE supplier_session SET wrong_codes = wrong_codes + 1 WHERE tenant = ? AND id = ?",
            [session.tenant, session.id])
    }

    /// Spends the code for a claim token, which takes the place of any earlier one.
    func validate(_ session: SupplierSession, claim hash: [UInt8], until: Instant) throws {
        if let earlier = session.claimHash {
            try tx.execute("DELETE FROM supplier_token WHERE token_hash = ?", [earlier])
        }
        try tx.execute(
            """
            UPDATE supplier_session SET code_hash = NULL, code_ends_at = NULL, validated_at = ?, claim_hash = ?,
              claim_ends_at = ? WHERE tenant = ? AND id = ?
            """,
            [tx.now, hash, until, session.tenant, session.id])
        try insert(hash, .claim, of: session)
    }

    func use(_ session: SupplierSession, for key: Token) throws {
        try tx.execute(
            "UPDATE supplier_session SET used_at = ?, key_id = ? WHERE tenant = ? AND id = ?",
            [tx.now, key, session.tenant, session.id])
    }

    /// The account's newest sessions (index `supplier_session_by_partner`).
    func newest(_ tenant: TenantID, of partner: Int64, limit: Int) throws -> [SupplierSession] {
        try tx.query(
            """
            SELECT \(SupplierSession.columns) FROM supplier_session
            WHERE tenant = ? AND partner = ? ORDER BY id DESC LIMIT ?
            """,
            [tenant, partner, limit]
        ).map { try SupplierSession($0, in: tenant) }
    }

    private func insert(_ hash: [UInt8], _ kind: Kind, of session: SupplierSession) throws {
        try tx.execute(
            "INSERT INTO supplier_token (token_hash, tenant, session, kind) VALUES (?, ?, ?, ?)",
            [hash, session.tenant, session.id, kind.rawValue])
    }
}

extension SupplierSession {
    static let columns = """
        id, partner, email, purpose, created_at, ends_at, opened_at, code_hash, code_ends_at, code_sent_at, codes,
          wrong_codes, validated_at, claim_hash, claim_ends_at, used_at, key_id
        """

    init(_ row: Row, in tenant: TenantID) throws {
        self.init(
            tenant: tenant, id: try row.token(0), partner: try row.int(1), email: try row.text(2),
            purpose: AccessPurpose(rawValue: try row.text(3)) ?? .key, createdAt: try row.instant(4),
            endsAt: try row.instant(5), openedAt: try row.optional(6, row.instant),
            codeHash: try row.optional(7, row.bytes), codeEndsAt: try row.optional(8, row.instant),
            codeSentAt: try row.optional(9, row.instant), codes: Int(try row.int(10)),
            wrongCodes: Int(try row.int(11)), validatedAt: try row.optional(12, row.instant),
            claimHash: try row.optional(13, row.bytes), claimEndsAt: try row.optional(14, row.instant),
            usedAt: try row.optional(15, row.instant), keyID: try row.optional(16, row.token))
    }

    /// A session that begins.
    init(for partner: Int64, _ email: String, _ purpose: AccessPurpose, id: Token, at now: Instant, in tenant: TenantID)
    {
        self.init(
            tenant: tenant, id: id, partner: partner, email: email, purpose: purpose, createdAt: now,
            endsAt: now + SupplierAccess.linkLife, openedAt: nil, codeHash: nil, codeEndsAt: nil, codeSentAt: nil,
            codes: 0, wrongCodes: 0, validatedAt: nil, claimHash: nil, claimEndsAt: nil, usedAt: nil, keyID: nil)
    }
}
