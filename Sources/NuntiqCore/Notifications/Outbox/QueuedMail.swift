import NuntiqModel
import NuntiqStore

/// What became of a mail; the raw value stands in the outbox.
public enum MailStatus: String, Sendable, Hashable, CaseIterable {
    /// It is to be sent, now or when a pause is over.
    case waiting
    /// It waits for a mail server to be configured.
    case held
    /// It was kept for the mailbox page of a developer's machine, and goes nowhere.
    case captured
    /// A mail server took it.
    case sent
    /// A mail server will not take it, or none did for too long.
    case failed
    /// It was not sent, since mail to its address came back before.
    case suppressed
    /// It was not sent, since its recipient had switched it off meanwhile.
    case muted
    /// It was not sent, since its link or code was over.
    case lapsed
}

/// A row of the outbox.
struct QueuedMail: Sendable, Hashable {
    let tenant: TenantID
    let id: Int64
    let kind: MailKind
    let category: MailCategory?
    let account: Int64
    let recipient: String
    let subject: String
    let messageID: String
    let facts: JSONObject
    let secret: [UInt8]?
    let status: MailStatus
    let createdAt: Instant
    let sendBefore: Instant?
}

extension QueuedMail {
    static let columns = """
        tenant, id, kind, category, account, recipient, subject, message_id, facts, secret, status, created_at,
          send_before
        """

    /// `nil` for a kind that a newer program wrote.
    init?(_ row: Row) throws {
        guard let kind = MailKind(rawValue: try row.text(2)), let status = MailStatus(rawValue: try row.text(10)) else {
            return nil
        }
        self.init(
            tenant: try row.tenant(0), id: try row.int(1), kind: kind,
            category: MailCategory(rawValue: try row.text(3)), account: try row.int(4), recipient: try row.text(5),
            subject: try row.text(6), messageID: try row.text(7), facts: try row.document(8) ?? [:],
            secret: try row.optional(9, row.bytes), status: status, createdAt: try row.instant(11),
            sendBefore: try row.optional(12, row.instant))
    }
}
