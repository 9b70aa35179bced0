import Foundation
import NuntiqMail
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct MailMessageTests {
    @Test func `a message has the head and the two parts that a reader expects`() throws {
        let bytes = try message(subject: "Your key", text: "Hello\n", html: "<p>Hello</p>").bytes
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(
            lines.prefix(8) == [
                "Date: Tue, 19 May 2026 08:30:00 +0000", "From: Acme Corp <no-reply@apquery.com>",
                "To: it@globex.example", "Subject: Your key", "Message-ID: <1.2@apquery.com>", "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"=_nuntiq_alternative\"", "",
            ])
        #expect(lines.filter { $0 == "--=_nuntiq_alternative" }.count == 2)
        #expect(lines.suffix(2) == ["--=_nuntiq_alternative--", ""])
    }

    @Test(arguments: [
        "x\r\nBcc: all@example.com", "x\nBcc: all@example.com", "x\rBcc: y", "x\u{0}y", "x\u{2028}Bcc: y",
        "x\u{85}Bcc: y",
        "x\u{202E}y",
    ])
    func `nothing in a name or subject begins a header of its own`(hostile: String) throws {
        let bytes = try message(subject: HeaderText(hostile), name: HeaderText(hostile)).bytes
        let head = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
        #expect(head.components(separatedBy: "\r\n").allSatisfy { !$0.hasPrefix("Bcc") })
        #expect(head.unicodeScalars.allSatisfy { $0.isASCII && ($0.value >= 32 || $0 == "\r" || $0 == "\n") })
    }

    @Test func `names are quoted where they must be, and encoded where they are not ASCII`() throws {
        func from(_ name: String) throws -> String {
            let lines = String(decoding: try message(name: HeaderText(name)).bytes, as: UTF8.self)
            return lines.components(separatedBy: "\r\n").first { $0.hasPrefix("From: ") } ?? ""
        }
        #expect(try from("Acme, Inc.") == "From: \"Acme, Inc.\" <no-reply@apquery.com>")
        #expect(try from("a \"b\" \\ c") == "From: \"a \\\"b\\\" \\\\ c\" <no-reply@apquery.com>")
        #expect(try from("Müller GmbH") == "From: =?utf-8?B?TcO8bGxlciBHbWJI?= <no-reply@apquery.com>")
        #expect(try from("") == "From: <no-reply@apquery.com>")
        let disguised = try from("=?utf-8?B?eA==?=")
        #expect(disguised.hasPrefix("From: =?utf-8?B?PT91d"))
    }

    @Test func `every line is ASCII and short enough, whatever the texts hold`() {
        withChance { random in
            let text = String(
                decoding: random.bytes(Int.random(in: 0..<3_000, using: &random)), as: UTF8.self)
            let subject = HeaderText(text)
            guard let message = try? message(subject: subject, name: subject, text: text, html: text) else { return }
            for line in String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n") {
                #expect(line.utf8.count <= 998 && line.utf8.allSatisfy { $0 < 0x80 }, "\(random)")
            }
            #expect(!message.bytes.contains(0), "\(random)")
        }
    }

    @Test(arguments: [
        ("a=b", "a=3Db\r\n"), ("é", "=C3=A9\r\n"), ("a ", "a=20\r\n"), ("a\nb\n", "a\r\nb\r\n"), ("", ""),
        (String(repeating: "x", count: 76), String(repeating: "x", count: 76) + "\r\n"),
        (String(repeating: "x", count: 77), String(repeating: "x", count: 75) + "=\r\nxx\r\n"),
    ])
    func `text is quoted-printable`(text: String, encoded: String) throws {
        let body = String(decoding: try message(text: text).bytes, as: UTF8.self)
        #expect(body.contains("quoted-printable\r\n\r\n\(encoded)\r\n--"))
    }

    @Test(arguments: ["a@b", "a.b+c@example.com", "ä@example.com"])
    func `an address is taken`(text: String) {
        #expect(MailAddress(text)?.description == text)
    }

    @Test(arguments: [
        "", "a", "@b", "a@", "a@b@c", "a b@c", "<a@b>", "a@b\r\nRCPT TO:<c@d>", "a@b\u{85}", "a,b@c", "a;b@c",
    ])
    func `what would end a command is no address`(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func `a colour's label can be read on it`() {
        for (colour, label) in [
            ("#8f3a1e", "#ffffff"), ("#0b6070", "#ffffff"), ("#ffd400", "#000000"), ("#000000", "#ffffff"),
            ("#ffffff", "#000000"), ("#777777", "#000000"),
        ] {
            #expect(BrandColour(colour)?.label == label, "\(colour)")
        }
        #expect(BrandColour("red") == nil && BrandColour("#12345") == nil && BrandColour("#+12345") == nil)
        #expect(BrandColour("#0b6070")?.text == "#0b6070")
    }

    private func message(
        subject: HeaderText = "s", name: HeaderText = "Acme Corp", text: String = "t", html: String = "h"
    ) throws -> MailMessage {
        MailMessage(
            from: name, try #require(MailAddress("no-reply@apquery.com")),
            to: try #require(MailAddress("it@globex.example")), subject: subject,
            date: try #require(Instant("2026-05-19T08:30:00Z")), id: "1.2@apquery.com", text: text, html: html)
    }
}
