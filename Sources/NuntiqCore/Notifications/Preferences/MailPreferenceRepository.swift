import NuntiqModel
import NuntiqStore

/// The rows of tables `mail_preference` and `mail_token`.
struct MailPreferenceRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Whether a recipient switched a category off.
    func isMuted(_ category: MailCategory, _ tenant: TenantID, _ account: Int64, _ email: String) throws -> Bool {
        try muted(tenant, account, folded(email)).contains(category)
    }

    /// The preferences that a token leads to.
    func require(_ token: String) throws -> MailPreferences {
        guard let hash = MailToken.hash(token),
            let row = try tx.query("SELECT tenant, account, email_folded FROM mail_token WHERE token_hash = ?", [hash])
                .first
        else { throw MailPreferenceError.unknownToken }
        let (tenant, account, email) = (try row.tenant(0), try row.int(1), try row.text(2))
        let shown = try tx.query(
            "SELECT email FROM partner_email WHERE tenant = ? AND partner = ? AND email_folded = ?",
            [tenant, account, email]
        ).first?.text(0)
        return MailPreferences(
            tenant: tenant, account: account, email: shown ?? email, muted: try muted(tenant, account, email))
    }

    /// Makes a token lead to its recipient.
    func mint(_ token: MailToken) throws {
        try tx.execute(
            """
            INSERT INTO mail_token (token_hash, tenant, account, email_folded) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [token.hash, token.tenant, token.account, folded(token.email)])
    }

    /// Whether a token leads to its recipient already.
    func isMinted(_ token: MailToken) throws -> Bool {
        try !tx.query("SELECT 1 FROM mail_token WHERE token_hash = ?", [token.hash]).isEmpty
    }

    func save(_ preferences: MailPreferences) throws {
        try tx.execute(
            """
            INSERT INTO mail_preference (tenant, account, email_folded, email, muted, updated_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, account, email_folded) DO UPDATE
              SET muted = excluded.muted, updated_at = excluded.updated_at
            """,
            [
                preferences.tenant, preferences.account, folded(preferences.email), preferences.email,
                preferences.muted.map(\.rawValue).sorted().joined(separator: " "), tx.now,
            ])
    }

    func muted(_ tenant: TenantID, _ account: Int64, _ emailFolded: String) throws -> Set<MailCategory> {
        let row = try tx.query(
            "SELECT muted FROM mail_preference WHERE tenant = ? AND account = ? AND email_folded = ?",
            [tenant, account, emailFolded]
        ).first
        let names = try row?.text(0).split(separator: " ") ?? []
        return Set(names.compactMap { MailCategory(rawValue: String($0)) })
    }
}
