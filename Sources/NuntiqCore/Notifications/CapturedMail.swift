public import NuntiqMail
public import NuntiqModel
public import NuntiqStore

/// A mail of the mailbox page.
public struct CapturedMail: Sendable {
    /// Its number in the outbox.
    public let id: Int64
    /// Which mail it is.
    public let kind: MailKind
    /// When it was queued.
    public let at: Instant
    /// What would have been sent.
    public let message: MailMessage
}

/// The mailbox of a developer's machine: what would have been sent, newest first.
public struct CapturedMails: Sendable {
    private let database: any Database
    private let settings: MailSettings
    private let composer: MailComposer

    /// Shows the captured mail of every tenant.
    public init(database: any Database, secrets: Secrets, settings: MailSettings) {
        self.database = database
        self.settings = settings
        composer = MailComposer(settings: settings, secrets: secrets)
    }

    /// The newest mails, at most `limit`.
    ///
    /// Where nothing is ever sent, mail that no worker has come to yet is captured first, so that it shows at once.
    public func newest(_ limit: Int = 500) async throws -> [CapturedMail] {
        if case .capture = settings.exit { try await captureWaiting() }
        let rows = try await database.read { tx in try OutboxRepository(tx).newest(.captured, limit: limit) }
        return try rows.compactMap(captured)
    }

    /// One captured mail of any tenant; `nil` when there is none of that number.
    public func find(_ id: Int64) async throws -> CapturedMail? {
        let row = try await database.read { tx in try OutboxRepository(tx).captured(id) }
        return try row.flatMap(captured)
    }

    private func captured(_ row: QueuedMail) throws -> CapturedMail? {
        try composer.message(of: row).map {
            CapturedMail(id: row.id, kind: row.kind, at: row.createdAt, message: $0)
        }
    }

    private func captureWaiting() async throws {
        while true {
            let waiting = try await database.read { tx in
                try OutboxRepository(tx).newest(.waiting, limit: 500).map { ($0.tenant, $0.id) }
            }
            guard !waiting.isEmpty else { return }
            try await database.write { [composer] tx in
                for (tenant, id) in waiting { try composer.capture(id, in: tenant, tx) }
            }
        }
    }
}
