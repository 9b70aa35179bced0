import NuntiqMail
import NuntiqModel
public import NuntiqStore

/// Hands queued mails over, one work item each.
///
/// At least once: a crash between the server's 250 and our commit sends a mail again, under the same `Message-ID`.
public struct MailDelivery: Sendable {
    /// Names the work items of mail that somebody waits for.
    public static let workKind = "mail"
    /// Names the work items of mail that comes by the thousand.
    public static let bulkWorkKind = "mail_bulk"

    let database: any Database
    let settings: MailSettings
    let composer: MailComposer

    /// Delivers by these settings.
    public init(database: any Database, secrets: Secrets, settings: MailSettings) {
        self.database = database
        self.settings = settings
        composer = MailComposer(settings: settings, secrets: secrets)
    }

    /// Works such an item off.
    public var handler: WorkHandler {
        .outside { taken in
            guard let id = Int64(subject: taken.item.subject) else {
                return { _ in .park(reason: "It names no mail.") }
            }
            let settle = try await outcome(of: id, in: taken.item.tenant, attempt: taken.attempts)
            return { tx in try settle(tx) }
        }
    }

    private func outcome(
        of id: Int64, in tenant: TenantID, attempt: Int
    ) async throws -> @Sendable (any Transaction) throws -> WorkOutcome {
        switch settings.exit {
        case .capture:
            return { [composer] tx in
                try composer.capture(id, in: tenant, tx)
                return .done
            }
        case .hold:
            return { tx in
                try OutboxRepository(tx).settle(tenant, id, as: .held, attempts: 0, "No mail server is configured.")
                return .done
            }
        case .server(let transport):
            return try await send(id, in: tenant, attempt: attempt, by: transport)
        }
    }

    private func send(
        _ id: Int64, in tenant: TenantID, attempt: Int, by transport: any MailTransport
    ) async throws -> @Sendable (any Transaction) throws -> WorkOutcome {
        let ready = try await database.write { [composer] tx in try composer.prepare(id, in: tenant, tx) }
        guard let ready else { return { _ in .done } }
        guard let message = try composer.message(of: ready) else {
            return { tx in
                try OutboxRepository(tx).settle(
                    tenant, id, as: .failed, attempts: attempt, "No mail server takes such an address.")
                return .done
            }
        }
        let outcome = await transport.send(message)
        return { tx in try MailAttempt(tx: tx, mail: ready, number: attempt).store(outcome) }
    }
}

extension MailComposer {
    /// The mail if it is still to be sent; else its end is stored.
    func prepare(_ id: Int64, in tenant: TenantID, _ tx: any Transaction) throws -> QueuedMail? {
        let outbox = OutboxRepository(tx)
        guard let mail = try outbox.find(tenant, id), mail.status == .waiting else { return nil }
        if let end = try reasonNotToSend(mail, tx) {
            try outbox.settle(tenant, id, as: end, attempts: 0)
            return nil
        }
        try mintToken(of: mail, tx)
        return mail
    }

    /// Keeps a mail for the mailbox page.
    func capture(_ id: Int64, in tenant: TenantID, _ tx: any Transaction) throws {
        guard try prepare(id, in: tenant, tx) != nil else { return }
        try OutboxRepository(tx).settle(tenant, id, as: .captured, attempts: 1)
    }

    private func reasonNotToSend(_ mail: QueuedMail, _ tx: any Transaction) throws -> MailStatus? {
        if let end = mail.sendBefore, end <= tx.now { return .lapsed }
        if let category = mail.category,
            try MailPreferenceRepository(tx).isMuted(category, mail.tenant, mail.account, mail.recipient)
        {
            return .muted
        }
        return try SuppressionRepository(tx).find(mail.tenant, mail.recipient) == nil ? nil : .suppressed
    }

    private func mintToken(of mail: QueuedMail, _ tx: any Transaction) throws {
        guard let token = token(of: mail) else { return }
        let rows = MailPreferenceRepository(tx)
        if try !rows.isMinted(token) { try rows.mint(token) }
    }
}
