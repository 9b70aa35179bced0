import Foundation
import NuntiqMail
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// Every mail as its reader gets it, held against `Tests/Golden/mails`.
///
/// `NUNTIQ_RECORD_GOLDEN=1` writes the files anew; look at the difference before it is committed.
@Suite
struct MailTemplateTests {
    @Test(
        .proves("mail/subject-html-text", "mail/tenant-name-colour-zone"), arguments: MailSample.all)
    func `a mail reads as it was agreed`(sample: MailSample) throws {
        let mail = sample.rendered
        try hold("Subject: \(mail.subject)\n\n\(mail.text)", "\(sample.name).txt")
        try hold(mail.html, "\(sample.name).html")
    }

    @Test(arguments: MailSample.all)
    func `both parts say the same, in 76 columns, in the tenant's name and colour`(sample: MailSample) throws {
        let mail = sample.rendered
        let seen = plain(mail.html)
        for line in mail.text.split(separator: "\n") {
            #expect(line.count <= 76 || line.contains("http"), "\(line)")
        }
        let words = mail.text.split { $0.isWhitespace }.map(String.init).filter { !$0.hasPrefix("http") }
        let missing = words.filter { word in
            let word = word.trimmingCharacters(in: .punctuationCharacters).replacing("...", with: "…")
            return !seen.contains(word.replacing("'", with: "’")) && !seen.contains(word)
        }
        #expect(missing.filter { $0.contains(where: \.isLetter) }.isEmpty, "\(missing)")
        for needed in ["#8f3a1e", "Acme Corp", "color-scheme"] { #expect(mail.html.contains(needed), "\(needed)") }
        #expect(!mail.html.contains("{{") && !mail.text.contains("{{"))
        #expect(!mail.html.contains("<img") && !mail.html.contains("<script"))
    }

    @Test func `the templates in the program are those of Assets`() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../../Assets/mails").standardizedFileURL
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".mustache") }
        #expect(names.count == MailTemplates.all.count)
        for name in names {
            let file = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            #expect(MailTemplates.all[String(name.dropLast(".mustache".count))] == file, "run Scripts/embed-assets")
        }
    }

    private func hold(_ text: String, _ name: String) throws {
        let file = PythonTool.tests.appending(path: "Golden/mails/\(name)")
        if ProcessInfo.processInfo.environment["NUNTIQ_RECORD_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(text == golden, "\(name) differs")
    }

    /// What is read of a page: without its head and marks.
    private func plain(_ html: String) -> String {
        html.replacing(#/<style>(?s:.*?)</style>/#, with: "").replacing(#/<(?s:[^>]*)>/#, with: " ")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    }
}

/// A mail with the people of the mock-ups in it.
struct MailSample: Sendable, CustomTestStringConvertible {
    let name: String
    let mail: Mail

    var testDescription: String { name }

    var rendered: RenderedMail {
        let settings = MailSettings(
            sender: PortalAddress(scheme: "https", domain: "apquery.com").sender,
            portal: PortalAddress(scheme: "https", domain: "apquery.com"), exit: .capture)
        let composer = MailComposer(settings: settings, secrets: Self.secrets)
        var facts = mail.facts
        for (key, value) in Self.letterhead { facts[key] = .string(value) }
        facts["email"] = .string(mail.recipient)
        let row = QueuedMail(
            tenant: TenantID(rawValue: 1), id: 1, kind: mail.kind, category: mail.category, account: mail.account,
            recipient: mail.recipient, subject: "", messageID: "m", facts: facts, secret: mail.secret?.sealed,
            status: .waiting, createdAt: Self.now, sendBefore: nil)
        let message = try? composer.message(of: row)
        return RenderedMail(
            subject: message?.subject.text ?? "", text: message?.text ?? "", html: message?.html ?? "")
    }

    static let all: [MailSample] = {
        let reminder = ReminderSlot(days: 3)
        let invoice: JSONObject = [
            "partner": "Globex Logistics GmbH", "path": "/supplier-access/invoices/TOKEN", "number": "INV-2026-0042",
            "gross": "1300.00 EUR", "verb": "needs you",
            "what": "It was received, and waits until something is fixed.",
            "next": "Correct what is named and send the invoice again, or ask the customer.", "hasReasons": true,
            "reasons": [
                ["message": "Net and tax make 1234.56, the gross says 1300.00.", "hint": "Correct one of them."],
                ["message": "The tax amount is missing.", "hint": ""],
            ], "more": "2",
        ]
        var attention = Mail(.invoiceNeedsAttention, to: email, invoice)
        attention.account = 7
        attention.category = .invoiceNeedsAttention
        return [
            MailSample(
                name: "partner-invitation",
                mail: .partnerInvitation(to: email, of: globex, token: secret("EXAMPLE"), until: end)),
            MailSample(
                name: "partner-verification-code",
                mail: .partnerVerificationCode(to: email, of: globex, code: secret("417203"), until: end)),
            MailSample(name: "partner-key-issued", mail: .partnerKeyIssued(key(), to: email, of: globex)),
            MailSample(name: "partner-key-issued-never", mail: .partnerKeyIssued(key(nil), to: email, of: globex)),
            MailSample(
                name: "partner-key-rotated",
                mail: .partnerKeyRotated(key(), replacing: "sk_OLD", "9xY1", to: email, of: globex)),
            MailSample(
                name: "partner-key-reminder",
                mail: .partnerKeyReminder(
                    key().mailFacts, reminder, daysLeft: 3, generation: 1, to: email, of: globex)),
            MailSample(
                name: "partner-key-reminder-advance",
                mail: .partnerKeyReminder(
                    key().mailFacts, ReminderSlot(days: 60), daysLeft: 60, generation: 1, to: email, of: globex)),
            MailSample(
                name: "partner-key-expired",
                mail: .partnerKeyExpired(key().mailFacts, generation: 1, to: email, of: globex)),
            MailSample(name: "invoice-needs-attention", mail: attention),
            MailSample(
                name: "user-invitation",
                mail: .userInvitation(
                    to: "ada@acme.example", name: "Ada", path: "/password", token: secret("EXAMPLE"), until: end)),
            MailSample(
                name: "password-reset",
                mail: .passwordReset(
                    to: "ada@acme.example", name: "Ada", path: "/password", token: secret("EXAMPLE"), until: end)),
        ]
    }()

    private static let email = "billing-systems@globex.example"
    private static let now = Instant(microseconds: 1_779_278_400_000_000)  // 2026-05-20T12:00:00Z
    private static let end = Instant(microseconds: 1_787_055_660_000_000)  // 2026-08-18T12:21:00Z
    private static let secrets = Secrets(masterKey: Array(repeating: 7, count: 32))
    private static let globex = Partner(
        id: 7, name: "Globex Logistics GmbH", isActive: true, suppliers: [], emails: [email], createdAt: now)
    private static let letterhead = [
        "customer": "Acme Corp", "subdomain": "acme", "timezone": "Europe/Amsterdam", "colour": "#8f3a1e",
        "contact": "ap@acme.example",
    ]

    private static func secret(_ text: String) -> MailSecret {
        guard let sealed = try? MailSecret(text, secrets: secrets, environment: TestClock().environment) else {
            preconditionFailure("a sample that cannot be sealed")
        }
        return sealed
    }

    private static func key(_ expiresAt: Instant? = end) -> PartnerKey {
        PartnerKey(
            id: .version7(at: now, random: Array(repeating: 9, count: 10)), partner: 7, label: "prod-ingest",
            prefix: "sk_EXAM", last4: "3hJ6", createdAt: now, expiresAt: expiresAt, expiresIntervalDays: 90,
            lastUsedAt: now, revokedAt: nil, graceUntil: now + .seconds(14_400))
    }
}
