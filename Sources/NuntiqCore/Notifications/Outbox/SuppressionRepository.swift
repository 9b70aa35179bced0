import NuntiqModel
import NuntiqStore

/// The rows of table `mail_suppression`: addresses that a mail server said do not exist.
struct SuppressionRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Why nothing is sent to an address; `nil` when mail is.
    func find(_ tenant: TenantID, _ email: String) throws -> String? {
        try tx.query(
            "SELECT reason FROM mail_suppression WHERE tenant = ? AND email_folded = ?", [tenant, folded(email)]
        ).first?.text(0)
    }

    func remove(_ email: String, in tenant: TenantID) throws {
        try tx.execute(
            "DELETE FROM mail_suppression WHERE tenant = ? AND email_folded = ?", [tenant, folded(email)])
    }

    func add(_ email: String, _ reason: String, in tenant: TenantID) throws {
        try tx.execute(
            """
            INSERT INTO mail_suppression (tenant, email_folded, email, reason, created_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant, email_folded) DO UPDATE SET reason = excluded.reason
            """,
            [tenant, folded(email), email, String(reason.prefix(1_000)).replacing("\0", with: ""), tx.now])
    }
}
