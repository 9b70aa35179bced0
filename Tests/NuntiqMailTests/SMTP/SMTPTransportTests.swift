import NuntiqMail
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct SMTPTransportTests {
    @Test func `a server's word decides: taken, later, never, no such mailbox`() async throws {
        try await withMailServer { server in
            let transport = SMTPTransport(try #require(SMTPServer("smtp://127.0.0.1:\(server.port)")), connections: 1)
            let first = try message(to: "it@x.example")
            for _ in 1...3 { #expect(await transport.send(first) == .delivered) }
            let mails = try server.mails()
            #expect(mails.count == 3 && mails.allSatisfy { $0["connection"] == 1 }, "one connection carries all")
            #expect(mails[0]["sender"] == "no-reply@apquery.com" && mails[0]["to"] == ["it@x.example"])
            #expect(mails[0]["text"]?.string?.contains("\r\n..\r\n") == false)
            #expect(mails[0]["text"]?.string?.contains("\r\n.\r\nend of it\r\n") == true, "a dot alone is text")
            func outcome(_ to: String) async throws -> DeliveryOutcome { await transport.send(try message(to: to)) }
            let gone = try await outcome("gone@x.example")
            #expect(gone == .refused(reason: "550 5.1.1 No such mailbox (RCPT failed: 550)", isAddressDead: true))
            guard case .refused(_, false) = try await outcome("policy@x.example") else { throw Unexpected() }
            guard case .refused(_, false) = try await outcome("big@x.example") else { throw Unexpected() }
            guard case .postponed(let reason) = try await outcome("busy+1@x.example") else { throw Unexpected() }
            #expect(reason.contains("451 4.7.1 Greylisted"))
            for address in ["busy+1@x.example", "it@x.example"] {
                let again = try await outcome(address)
                #expect(again == .delivered)
            }
        }
    }

    @Test func `a lost connection is tried again, in the middle of DATA and before its end is confirmed`() async throws
    {
        try await withMailServer { server in
            let transport = SMTPTransport(try #require(SMTPServer("smtp://127.0.0.1:\(server.port)")), connections: 1)
            for address in ["cut@x.example", "shut@x.example", "lost@x.example"] {
                let message = try message(to: address)
                guard case .postponed = await transport.send(message) else { throw Unexpected() }
                #expect(await transport.send(message) == .delivered, "\(address)")
            }
            let counts = Dictionary(grouping: try server.mails()) { $0["to"]?.array?.first?.string ?? "" }
            #expect(counts["cut@x.example"]?.count == 1 && counts["shut@x.example"]?.count == 1)
            let twice = counts["lost@x.example"] ?? []
            #expect(twice.count == 2, "only what was taken without a word comes twice")
            #expect(twice.allSatisfy { $0["text"]?.string?.contains("Message-ID: <1.2@apquery.com>") == true })
        }
    }

    @Test func `a server that hangs or is not there costs its time and no more`() async throws {
        let limits = SMTPLimits(connect: .seconds(2), mail: .milliseconds(600))
        try await withMailServer { server in
            let transport = SMTPTransport(
                try #require(SMTPServer("smtp://127.0.0.1:\(server.port)")), connections: 2, limits: limits)
            async let hung = transport.send(try message(to: "hang@x.example"))
            let other = try message(to: "it@x.example")
            #expect(await transport.send(other) == .delivered)
            guard case .postponed = try await hung else { throw Unexpected() }
        }
        let nobody = SMTPTransport(
            try #require(SMTPServer("smtp://127.0.0.1:\(try freePort())")), connections: 1, limits: limits)
        guard case .postponed = await nobody.send(try message(to: "it@x.example")) else { throw Unexpected() }
    }

    @Test func `a password travels through STARTTLS alone, to a server that is trusted`() async throws {
        try await withMailServer("tls", "auth") { server in
            func send(_ user: String, _ more: String = "") async throws -> DeliveryOutcome {
                let url = "smtp://\(user)localhost:\(server.port)\(more)"
                return await SMTPTransport(try #require(SMTPServer(url)), connections: 1)
                    .send(try message(to: "it@x.example"))
            }
            #expect(try await send("nuntiq:p%40ss%20word@", "?ca=\(server.certificate)") == .delivered)
            let mail = try #require(try server.mails().first)
            #expect(mail["tls"] == true && mail["user"] == true)
            for (user, more) in [("nuntiq:wrong@", "?ca=\(server.certificate)"), ("nuntiq:p%40ss%20word@", "")] {
                guard case .postponed = try await send(user, more) else { throw Unexpected() }
            }
            #expect(try server.mails().count == 1)
        }
    }

    @Test(arguments: [
        ("smtp://mail.example.com", 587, SMTPServer.Protection.whereOffered), ("smtps://mail.example.com", 465, .tls),
        ("smtp://a:b@mail.example.com:2525", 2525, .startTLS), ("smtp://a:b@localhost:25", 25, .whereOffered),
    ])
    func `an address of a server says how it is spoken to`(
        url: String, port: Int, protection: SMTPServer.Protection
    ) throws {
        let server = try #require(SMTPServer(url))
        #expect(server.port == port && server.protection == protection)
    }

    @Test(arguments: ["http://x", "smtp://", "smtp://x/path", "smtp://x?a=b", "smtp://x?ca=", "mail.example.com:25"])
    func `what is no address of a mail server is refused`(url: String) {
        #expect(SMTPServer(url) == nil)
    }

    private struct Unexpected: Error {}

    private func message(to recipient: String) throws -> MailMessage {
        MailMessage(
            from: "Acme Corp", try #require(MailAddress("no-reply@apquery.com")),
            to: try #require(MailAddress(recipient)), subject: "s",
            date: try #require(Instant("2026-05-19T08:30:00Z")), id: "1.2@apquery.com",
            text: "first\n.\nend of it\n", html: "<p>h</p>")
    }
}
