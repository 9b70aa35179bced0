import NuntiqModel
import NuntiqStore

/// The rows of table `outbox`.
struct OutboxRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Whether the mail's slot was free.
    func insert(_ mail: Mail, _ id: Int64, subject: String, facts: JSONObject, in tenant: TenantID) throws -> Bool {
        try !tx.query(
            """
            INSERT INTO outbox (tenant, id, kind, category, account, recipient, recipient_folded, slot, subject,
              message_id, facts, secret, status, attempts, last_error, created_at, send_before)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """,
            [
                tenant, id, mail.kind.rawValue, mail.category?.rawValue ?? "", mail.account, mail.recipient,
                folded(mail.recipient), mail.slot, subject, messageID(id, in: tenant),
                JSONValue.object(facts).serialized(), mail.secret?.sealed, MailStatus.waiting.rawValue, tx.now,
                mail.sendBefore,
            ]
        ).isEmpty
    }

    func find(_ tenant: TenantID, _ id: Int64) throws -> QueuedMail? {
        try tx.query("SELECT \(QueuedMail.columns) FROM outbox WHERE tenant = ? AND id = ?", [tenant, id])
            .first.flatMap(QueuedMail.init)
    }

    /// Ends a mail that waits; its secret goes with every end after which it is not sent or shown any more.
    func settle(_ tenant: TenantID, _ id: Int64, as status: MailStatus, attempts: Int, _ error: String = "") throws {
        try tx.execute(
            """
            UPDATE outbox SET status = ?, attempts = ?, last_error = ?, settled_at = ?,
              secret = CASE WHEN ? THEN secret ELSE NULL END
            WHERE tenant = ? AND id = ? AND status = 'waiting'
            """,
            [status.rawValue, attempts, kept(error), tx.now, status.keepsSecret, tenant, id])
    }

    /// Lets a mail that had ended wait again; its work item is the caller's.
    func wait(_ tenant: TenantID, _ id: Int64) throws {
        try tx.execute(
            """
            UPDATE outbox SET status = 'waiting', attempts = 0, last_error = '', settled_at = NULL
            WHERE tenant = ? AND id = ?
            """,
            [tenant, id])
    }

    /// Notes why a mail still waits.
    func note(_ error: String, attempts: Int, on id: Int64, in tenant: TenantID) throws {
        try tx.execute(
            "UPDATE outbox SET attempts = ?, last_error = ? WHERE tenant = ? AND id = ? AND status = 'waiting'",
            [attempts, kept(error), tenant, id])
    }

    /// The newest mails of every tenant at a status, for the mailbox page.
    func newest(_ status: MailStatus, limit: Int) throws -> [QueuedMail] {
        try tx.query(
            """
            SELECT \(QueuedMail.columns) FROM outbox
            WHERE tenant IN (SELECT id FROM tenant) AND status = ? ORDER BY id DESC LIMIT ?
            """,
            [status.rawValue, limit]
        ).compactMap(QueuedMail.init)
    }

    /// A captured mail of whichever tenant.
    func captured(_ id: Int64) throws -> QueuedMail? {
        try tx.query(
            """
            SELECT \(QueuedMail.columns) FROM outbox
            WHERE tenant IN (SELECT id FROM tenant) AND id = ? AND status = 'captured'
            """,
            [id]
        ).first.flatMap(QueuedMail.init)
    }

    /// Names a mail for ever; unique in the installation, and by its time among those that share a mail domain.
    private func messageID(_ id: Int64, in tenant: TenantID) -> String {
        let time = String(tx.now.microseconds, radix: 36)
        return "\(time).\(String(id, radix: 36)).\(String(tenant.rawValue, radix: 36)).nuntiq"
    }

    /// What a server said, as a column takes it: bounded, without U+0000.
    private func kept(_ error: String) -> String {
        String(error.prefix(1_000)).replacing("\0", with: "")
    }
}

extension MailStatus {
    /// Whether the mail may still be shown or sent with what it carries.
    fileprivate var keepsSecret: Bool {
        switch self {
        case .waiting, .held, .captured, .failed: true
        case .sent, .suppressed, .muted, .lapsed: false
        }
    }
}
