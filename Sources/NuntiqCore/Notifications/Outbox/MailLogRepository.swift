import NuntiqModel
import NuntiqStore

/// The rows of table `outbox`, for people.
struct MailLogRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// A page of a tenant's mails (its key, or index `outbox_by_account`).
    func page(_ tenant: TenantID, _ filter: MailLogFilter, limit: Int) throws -> [LoggedMail] {
        var conditions = ["tenant = ?", "id < ?"]
        var arguments: [any SQLConvertible] = [tenant, filter.before ?? Int64.max]
        if let account = filter.account {
            conditions.append("account = ? AND account <> 0")
            arguments.append(account)
        }
        if let status = filter.status {
            conditions.append("status = ?")
            arguments.append(status.rawValue)
        }
        return try tx.query(
            """
            SELECT \(columns) FROM outbox WHERE tenant = ? AND \(conditions.dropFirst().joined(separator: " AND "))
            ORDER BY id DESC LIMIT ?
            """,
            arguments + [limit]
        ).compactMap(LoggedMail.init)
    }

    /// The newest mails of every tenant at a status.
    func newest(_ status: MailStatus, limit: Int) throws -> [LoggedMail] {
        try tx.query(
            """
            SELECT \(columns) FROM outbox WHERE tenant IN (SELECT id FROM tenant) AND status = ?
            ORDER BY id DESC LIMIT ?
            """,
            [status.rawValue, limit]
        ).compactMap(LoggedMail.init)
    }

    /// How many mails stand where somebody may have to look (index `outbox_open`).
    func openCounts() throws -> [MailStatus: Int] {
        let rows = try tx.query(
            """
            SELECT status, COUNT(*) FROM outbox WHERE tenant IN (SELECT id FROM tenant)
              AND status IN ('waiting', 'held', 'captured', 'failed') GROUP BY status
            """)
        return try rows.reduce(into: [:]) { counts, row in
            guard let status = MailStatus(rawValue: try row.text(0)) else { return }
            counts[status] = Int(try row.int(1))
        }
    }

    private let columns = """
        id, tenant, kind, account, recipient, subject, status, attempts, last_error, created_at, settled_at
        """
}

extension LoggedMail {
    /// `nil` for a kind that a newer program wrote.
    fileprivate init?(_ row: Row) throws {
        guard let kind = MailKind(rawValue: try row.text(2)), let status = MailStatus(rawValue: try row.text(6)) else {
            return nil
        }
        self.init(
            id: try row.int(0), tenant: try row.tenant(1), kind: kind, account: try row.int(3),
            recipient: try row.text(4), subject: try row.text(5), status: status, attempts: Int(try row.int(7)),
            lastError: try row.text(8), createdAt: try row.instant(9), settledAt: try row.optional(10, row.instant))
    }
}
