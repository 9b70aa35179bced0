import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct CapturedMailTests {
    @Test(
        .proves("operations/development-mail", "mail/invitation-subject", "mail/links-from-configuration"),
        arguments: TestDatabase.allCases)
    func `captured mail shows with subject, texts, headers and links that work`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.queue(try nuntiq.invitation())
            nuntiq.clock.advance(by: .seconds(1))
            let code = Mail.partnerVerificationCode(
                to: "it@globex.example", of: nuntiq.partner, code: try nuntiq.sealed("417203"),
                until: nuntiq.clock.now + .seconds(600))
            try await nuntiq.queue(code)
            let messages = try await nuntiq.mailbox()
            #expect(
                messages.map { $0["subject"]?.string } == [
                    "Your verification code for Acme Corp", "Acme Corp: API access invitation for \"Globex\"",
                ])
            let invitation = try #require(messages.last)
            let link = "http://acme.localhost/supplier-access/regenerate?token=t0ken"
            #expect(invitation["text"]?.string?.contains("\n\(link)\n") == true)
            #expect(invitation["html"]?.string?.contains("href=\"\(link)\"") == true)
            #expect(invitation["from"] == "Acme Corp <no-reply@localhost>")
            #expect(invitation["to"] == "it@globex.example")
            #expect(invitation["headers"]?["Subject"] == invitation["subject"])
            #expect(invitation["headers"]?["List-Unsubscribe"] == nil)
            #expect(messages[0]["text"]?.string?.contains("Your verification code: 417203\n") == true)
            #expect(messages[0]["subject"]?.string?.contains("417203") == false)
            #expect(messages[0]["html"]?.string?.contains(">417203<") == true)
            try await nuntiq.work()
            #expect(try await nuntiq.mailbox() == messages)
            #expect(try await nuntiq.outbox().map(\.status) == ["captured", "captured"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what a worker captures first is the same, and a mail whose link is over is not shown`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.queue(try nuntiq.invitation())
            try await nuntiq.work()
            #expect(try await nuntiq.mailbox().count == 1)
            try await nuntiq.queue(try nuntiq.invitation())
            nuntiq.clock.advance(by: .seconds(900))
            #expect(try await nuntiq.mailbox().count == 1)
            #expect(try await nuntiq.outbox().map(\.status) == ["captured", "lapsed"])
        }
    }

    @Test func `no secret stands in the outbox in the clear`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            try await nuntiq.queue(try nuntiq.invitation(token: "a-token-nobody-may-read"))
            let rows = try await nuntiq.app.database.read { tx in
                try tx.query(
                    "SELECT facts, subject, message_id, secret FROM outbox WHERE tenant > 0 AND secret IS NOT NULL")
            }
            let row = try #require(rows.first)
            #expect(!"\(row)".contains("a-token-nobody-may-read"))
            let sealed = String(decoding: try row.bytes(3), as: UTF8.self)
            #expect(!sealed.contains("nobody"))
        }
    }

    @Test func `hostile names are text in every part of a mail`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let partner = try await Partners(database: nuntiq.app.database).create(
                NewPartner(name: "<script>alert(1)</script>\r\nBcc: x@y \"&", emails: []), in: nuntiq.tenant.id,
                by: .console)
            try await nuntiq.queue(
                .partnerInvitation(
                    to: "it@globex.example", of: partner, token: try nuntiq.sealed("t"),
                    until: nuntiq.clock.now + .seconds(9)))
            let mail = try #require(try await nuntiq.mailbox().first)
            #expect(mail["html"]?.string?.contains("<script>") == false)
            #expect(
                mail["subject"] == "Acme Corp: API access invitation for \"<script>alert(1)</script> Bcc: x@y \"&\"")
            #expect(mail["headers"]?["Bcc"] == nil)
        }
    }

    @Test(.proves("operations/dev-loopback"))
    func `the mailbox is for developers at this machine alone`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            for header in ["X-Forwarded-For", "Forwarded", "X-Real-IP"] {
                let answer = try await nuntiq.stranger.get("/dev/mail.json", headers: [header: "10.0.0.9"])
                #expect(answer.status == 404, "\(header)")
            }
        }
        try await withNuntiq(on: .sqlite, configure: { $0.isDevelopment = false }) { nuntiq in
            let answer = try await nuntiq.stranger.get("/dev/mail.json")
            #expect(answer.status == 404)
        }
    }
}
