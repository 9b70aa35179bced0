import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// Mails that tell of what others did: keys that were issued and rotated, invoices that need their supplier.
@Suite
struct NoticeTests {
    @Test(.proves("mail/key-issued-notice", "mail/unsubscribe-headers"), arguments: TestDatabase.allCases)
    func `every address hears of a new key and of a rotation, and the key is in no mail`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let partner = try await Partners(database: nuntiq.app.database).create(
                NewPartner(name: "Initech", emails: ["a@initech.example", "b@initech.example"]),
                in: nuntiq.tenant.id, by: .console)
            let issued = try await nuntiq.app.keys.issue("erp", for: partner.id, in: nuntiq.tenant.id, by: .console)
            var mails = try await nuntiq.mailbox().filter { $0["to"]?.string?.hasSuffix("initech.example") == true }
            #expect(Set(mails.compactMap { $0["to"]?.string }) == ["a@initech.example", "b@initech.example"])
            #expect(mails.allSatisfy { $0["subject"] == "Acme Corp: API key \"erp\" issued" })
            let answer = try await nuntiq.rotate(issued.key.id.description, issued.apiKey, issued.rotationSecret)
            #expect(answer.status == 200)
            mails = try await nuntiq.mailbox().filter { $0["to"] == "a@initech.example" }
            #expect(mails.first?["subject"] == "Acme Corp: API key \"erp\" was rotated")
            #expect(mails.count == 2)
            for mail in mails {
                let text = mail.serialized()
                for secret in [issued.apiKey, issued.rotationSecret, answer.text("api_key")] {
                    #expect(!text.contains(secret))
                }
                let headers = mail["headers"]
                #expect(headers?["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
                let link = try #require(
                    mail["text"]?.string?.firstMatch(
                        of: #/http://acme.localhost/supplier-access/email-preferences\?token=([0-9a-f]{48})\n/#))
                #expect(
                    headers?["List-Unsubscribe"]?.string
                        == "<http://acme.localhost/supplier-access/unsubscribe?token=\(link.1)&category=key_issued>")
                let found = try await nuntiq.app.emailPreferences.find(String(link.1))
                #expect(found.account == partner.id && found.email == "a@initech.example")
            }
        }
    }

    @Test(.proves("mail/needs-attention"), arguments: TestDatabase.allCases)
    func `a supplier hears what to fix on an invoice and that one was rejected`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let token = try await nuntiq.submitAndWork(["total_amount": 1300])
            var mail = try #require(try await nuntiq.mailbox().first)
            #expect(mail["subject"] == "Acme Corp: invoice INV-2026-0042 needs you")
            #expect(mail["html"]?.string?.contains("Add the tax amount") == true)
            #expect(mail["text"]?.string?.contains("http://acme.localhost/supplier-access/invoices/\(token)\n") == true)
            #expect(mail["headers"]?["List-Unsubscribe"]?.string?.contains("category=invoice_needs_attention") == true)
            try await nuntiq.act("reject", token, ["reason": "no order of ours"])
            mail = try #require(try await nuntiq.mailbox().first)
            #expect(mail["subject"] == "Acme Corp: invoice INV-2026-0042 was rejected")
            let before = try await nuntiq.mailbox().count
            _ = try await nuntiq.submitAndWork(["invoice_number": "INV-2"])
            let client = try await nuntiq.partner("No addresses")
            _ = try await nuntiq.submitAndWork(["invoice_number": "INV-3", "total_amount": 1300], by: client)
            #expect(try await nuntiq.mailbox().count == before)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a submission writes no mail itself`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let before = try await nuntiq.outbox().count
            _ = try await nuntiq.submit(["total_amount": 1300])
            #expect(try await nuntiq.outbox().count == before)
        }
    }

    @Test func `the mailbox page shows a mail in a frame that runs nothing`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            try await nuntiq.queue(try nuntiq.invitation())
            let list = try await nuntiq.stranger.get("/dev/mail")
            #expect(list.status == 200 && list.text.contains("API access invitation for &quot;Globex&quot;"))
            let path = try #require(list.text.firstMatch(of: #/href="(/dev/mail/\d+)"/#)?.1)
            let page = try await nuntiq.stranger.get(String(path))
            #expect(page.text.contains("<iframe src=\"\(path)/html\" sandbox=\"allow-popups"))
            #expect(page.text.contains("regenerate?token=t0ken</a>"))
            #expect(page.header("Content-Security-Policy")?.contains("frame-src 'self'") == true)
            let html = try await nuntiq.stranger.get("\(path)/html")
            #expect(html.header("Content-Security-Policy")?.hasPrefix("sandbox allow-popups") == true)
            #expect(html.text.contains("<base target=\"_blank\">"))
            #expect(try await nuntiq.stranger.get("/dev/mail/999999").status == 404)
        }
    }
}
