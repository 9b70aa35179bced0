import NuntiqMail
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct DeliveryTests {
    @Test(
        .proves("mail/retry-stable-id", "mail/permanent-suppresses", "mail/outbox-transaction"),
        arguments: TestDatabase.allCases)
    func `mail is sent after the commit, tried again under its id, and never to a dead address`(
        kind: TestDatabase
    ) async throws {
        try await withSender(on: kind) { nuntiq, server in
            await #expect(throws: TenantError.self) {
                try await nuntiq.app.database.write { tx in
                    try Outbox.queue(try nuntiq.invitation(to: "never@x.example"), in: nuntiq.tenant.id, tx)
                    throw TenantError.unknown("rolled back")
                }
            }
            try await nuntiq.queue(
                try nuntiq.notice(to: "busy+2@x.example"), try nuntiq.notice(to: "gone@x.example"),
                try nuntiq.notice(to: "policy@x.example"), try nuntiq.notice(to: "lost@x.example"))
            try await nuntiq.work()
            #expect(try await nuntiq.statuses(4) == ["waiting", "failed", "failed", "waiting"])
            try await nuntiq.queue(try nuntiq.notice(to: "GONE@x.example"), try nuntiq.notice(to: "policy@x.example"))
            for _ in 1...3 {
                nuntiq.clock.advance(by: .seconds(60))
                try await nuntiq.work()
            }
            #expect(
                try await nuntiq.statuses(6) == ["sent", "failed", "failed", "sent", "suppressed", "failed"])
            let mails = try server.mails().filter { $0["to"] != ["it@globex.example"] }
            #expect(
                mails.compactMap { $0["to"]?.array?.first?.string }
                    == ["lost", "lost", "busy+2"].map { "\($0)@x.example" })
            let ids = mails.map { $0["text"]?.string?.firstMatch(of: /Message-ID: <[^>]+>/)?.output }
            #expect(ids[0] == ids[1] && ids[1] != ids[2], "what comes twice has one id")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a failed mail is tried again by hand, and one whose link is over is not`(kind: TestDatabase) async throws {
        try await withSender(on: kind) { nuntiq, server in
            let log = MailLog(database: nuntiq.app.database)
            try await nuntiq.queue(
                try nuntiq.invitation(to: "gone@x.example"), try nuntiq.invitation(to: "busy+9@x.example"))
            try await nuntiq.work()
            var failed = MailLogFilter()
            failed.status = .failed
            let mail = try #require(try await log.list(nuntiq.tenant.id, failed).first)
            #expect(mail.lastError.contains("550 5.1.1") && mail.kind == .partnerInvitation)
            try await log.retry(mail.id, in: nuntiq.tenant.id, by: .console)
            try await nuntiq.work()
            #expect(try server.log().filter { $0["to"] == "gone@x.example" }.count == 2)
            nuntiq.clock.advance(by: .seconds(900))
            try await nuntiq.work()
            #expect(try await nuntiq.statuses(2) == ["failed", "lapsed"])
            try await OutboxSweep(database: nuntiq.app.database, releasesHeld: true).run()
            await #expect(throws: MailLogError.notRetriable) {
                try await log.retry(mail.id, in: nuntiq.tenant.id, by: .console)
            }
            #expect(try await log.openCounts() == [.failed: 1])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `without a mail server production holds mail, and sends what is worth it later`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind, configure: { $0.mailExit = .hold }) { nuntiq in
            try await nuntiq.queue(try nuntiq.notice(to: "it@x.example"), try nuntiq.invitation())
            try await nuntiq.work()
            #expect(try await nuntiq.statuses(2) == ["held", "held"])
            #expect(try await nuntiq.mailbox().isEmpty)
            nuntiq.clock.advance(by: .seconds(900))
            try await OutboxSweep(database: nuntiq.app.database, releasesHeld: true).run()
            try await withMailServer { server in
                let worker = Worker(
                    database: nuntiq.app.database, environment: nuntiq.app.environment, logger: nuntiq.app.logger,
                    handlers: nuntiq.mailHandlers(try transport(server)))
                try await worker.runDue()
                #expect(try await nuntiq.statuses(2) == ["sent", "lapsed"])
            }
        }
    }

    @Test(.proves("mail/invitation-not-delayed"), arguments: TestDatabase.allCases)
    func `an invitation overtakes the reminders of a night`(kind: TestDatabase) async throws {
        try await withSender(on: kind) { nuntiq, server in
            for _ in 1...10 {
                try await nuntiq.app.database.write { tx in
                    for _ in 1...100 { try Outbox.queue(nuntiq.bulk(to: "many@x.example"), in: nuntiq.tenant.id, tx) }
                }
            }
            try await nuntiq.queue(try nuntiq.invitation(to: "first@x.example"))
            let worker = Worker(
                database: nuntiq.app.database, environment: nuntiq.app.environment, logger: nuntiq.app.logger,
                handlers: nuntiq.mailHandlers(try transport(server)),
                settings: .init(concurrency: 4, kinds: .only([MailDelivery.workKind])))
            try await worker.runDue()
            let mails = try server.mails()
            #expect(mails.contains { $0["to"] == ["first@x.example"] })
            #expect(!mails.contains { $0["to"] == ["many@x.example"] })
        }
    }

    private func withSender(
        on kind: TestDatabase, _ body: @escaping @Sendable (TestNuntiq, TestMailServer) async throws -> Void
    ) async throws {
        try await withMailServer { server in
            let exit = MailSettings.Exit.server(try transport(server))
            try await withNuntiq(on: kind, configure: { $0.mailExit = exit }) { try await body($0, server) }
        }
    }

    private func transport(_ server: TestMailServer) throws -> SMTPTransport {
        SMTPTransport(try #require(SMTPServer("smtp://127.0.0.1:\(server.port)")), connections: 2)
    }
}

extension TestNuntiq {
    /// A mail without an end, such as a notice.
    fileprivate func notice(to email: String) throws -> Mail {
        .userInvitation(
            to: email, name: "Ada", path: "/password", token: try sealed("t"), until: clock.now + .seconds(86_400 * 3))
    }

    /// A mail of those that come by the thousand.
    fileprivate func bulk(to email: String) -> Mail {
        .partnerKeyRotated(key.key, replacing: "sk_old", "last", to: email, of: partner)
    }

    /// What became of the newest mails, oldest first.
    fileprivate func statuses(_ count: Int) async throws -> [String] {
        try await outbox().suffix(count).map(\.status)
    }

    /// The handlers of mail by another way out.
    fileprivate func mailHandlers(_ transport: SMTPTransport) -> [String: WorkHandler] {
        let settings = MailSettings(sender: app.mail.sender, portal: app.mail.portal, exit: .server(transport))
        let handler = MailDelivery(database: app.database, secrets: secrets, settings: settings).handler
        return [MailDelivery.workKind: handler, MailDelivery.bulkWorkKind: handler]
    }
}
