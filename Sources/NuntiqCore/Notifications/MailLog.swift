public import NuntiqModel
public import NuntiqStore

/// A mail as the log shows it: never its text.
public struct LoggedMail: Sendable, Hashable {
    /// Its number, by which it is tried again.
    public let id: Int64
    /// The tenant whose mail it is.
    public let tenant: TenantID
    /// Which mail it is.
    public let kind: MailKind
    /// The partner account it is about; 0 where it is about none.
    public let account: Int64
    /// Who gets it.
    public let recipient: String
    /// What stands in its head.
    public let subject: String
    /// What became of it.
    public let status: MailStatus
    /// How often it was tried.
    public let attempts: Int
    /// What the server said last, or empty.
    public let lastError: String
    /// When it was queued.
    public let createdAt: Instant
    /// When it came to its end; `nil` while it waits.
    public let settledAt: Instant?
}

/// Which mails of the log are wanted.
public struct MailLogFilter: Sendable, Hashable {
    /// Only those at this status.
    public var status: MailStatus?
    /// Only those about this partner account.
    public var account: Int64?
    /// Only those before this one: the last of the page before.
    public var before: Int64?

    /// A filter that lets everything through.
    public init() {}
}

/// Why a mail is not tried again.
public enum MailLogError: UserFacingError, Hashable {
    /// The tenant has no such mail, or it did not fail, or its link is over.
    case notRetriable

    /// The stable machine code.
    public var code: String { "mail_not_retriable" }

    /// What is wrong.
    public var message: String { "This mail cannot be sent again." }

    /// What to do about it.
    public var hint: String { "Only a mail that failed can, while its link or code is valid; cause a new one instead." }
}

/// What became of mail: for a tenant's log, and for the operator's outbox.
public struct MailLog: Sendable {
    /// The most mails of a page.
    public static let pageMax = 200

    private let database: any Database

    /// Reads the outbox of a database.
    public init(database: any Database) {
        self.database = database
    }

    /// A page of a tenant's mails, newest first.
    public func list(_ tenant: TenantID, _ filter: MailLogFilter = .init(), limit: Int = 50) async throws
        -> [LoggedMail]
    {
        try await database.read { tx in
            try MailLogRepository(tx).page(tenant, filter, limit: min(limit, Self.pageMax))
        }
    }

    /// The mails of every tenant at a status, newest first, for the operator.
    public func all(at status: MailStatus, limit: Int = 50) async throws -> [LoggedMail] {
        try await database.read { tx in try MailLogRepository(tx).newest(status, limit: min(limit, Self.pageMax)) }
    }

    /// How many mails of every tenant wait, are held, or failed.
    public func openCounts() async throws -> [MailStatus: Int] {
        try await database.read { tx in try MailLogRepository(tx).openCounts() }
    }

    /// Sends a mail that failed again, also to an address that mail came back from.
    ///
    /// - Throws: ``MailLogError/notRetriable``.
    public func retry(_ id: Int64, in tenant: TenantID, by actor: Actor) async throws {
        try await database.write { tx in
            guard let mail = try OutboxRepository(tx).find(tenant, id), mail.status.isRetriable,
                mail.sendBefore.map({ $0 > tx.now }) ?? true, mail.secret != nil || !mail.kind.hasSecret
            else { throw MailLogError.notRetriable }
            try SuppressionRepository(tx).remove(mail.recipient, in: tenant)
            try OutboxRepository(tx).wait(tenant, id)
            try WorkQueue.enqueue(tx, WorkItem(tenant: tenant, kind: mail.kind.workKind, subject: id.subject))
            try tx.audit(
                "mail_retried", of: id.subject, in: tenant, by: actor,
                ["kind": .string(mail.kind.rawValue), "recipient": .string(mail.recipient)])
        }
    }
}

extension MailStatus {
    fileprivate var isRetriable: Bool {
        switch self {
        case .failed, .suppressed: true
        case .waiting, .held, .captured, .sent, .muted, .lapsed: false
        }
    }
}

extension MailKind {
    /// Whether the mail is worth nothing without the link or code it carried.
    fileprivate var hasSecret: Bool {
        switch self {
        case .partnerInvitation, .partnerVerificationCode, .userInvitation, .passwordReset: true
        case .partnerKeyIssued, .partnerKeyReminder, .partnerKeyExpired, .partnerKeyRotated, .invoiceNeedsAttention:
            false
        }
    }
}
