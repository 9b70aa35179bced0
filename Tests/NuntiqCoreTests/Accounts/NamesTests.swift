@testable import NuntiqCore
import Testing

@Suite
struct NamesTests {
    @Test(arguments: ["acme", "a", "3m", "acme-nl", "a1", String(repeating: "a", count: 63)])
    func `a subdomain is a host name's label`(label: String) {
        #expect(Subdomain.fault(in: label) == nil)
    }

    @Test(arguments: [
        "", "-acme", "acme-", "ac me", "acme.nl", "acmé", "123", "1-2", "xn--abc", "api", "www", "dev",
        String(repeating: "a", count: 64),
    ])
    func `anything else is none`(label: String) {
        #expect(Subdomain.fault(in: label) != nil)
    }

    @Test(arguments: ["UTC", "Europe/Amsterdam", "America/Argentina/Buenos_Aires", "Asia/Kolkata", "Etc/UTC"])
    func `a zone of the IANA database is known`(name: String) {
        #expect(TimeZoneName.isKnown(name))
    }

    @Test(arguments: ["", "CET", "GMT+2", "Amsterdam", "Europe/Atlantis", "../etc/passwd"])
    func `anything else is no zone`(name: String) {
        #expect(!TimeZoneName.isKnown(name))
    }

    @Test(arguments: ["a@b.nl", "ap@acme.nuntiq-receiving.com", "it+keys@globex.example", "o'neil@x.co", "ü@bücher.de"])
    func `an address has something on both sides of one @`(address: String) {
        #expect(EmailAddress.fault(in: address) == nil)
    }

    @Test(arguments: [
        "", "a", "@b.nl", "a@", "a@b@c.nl", "a b@c.nl", "a@b..nl", "a@-b.nl", "a@b.nl\r\nBcc: x@y.z", "a@b.nl, c@d.nl",
        "<a@b.nl>", String(repeating: "a", count: 65) + "@b.nl",
    ])
    func `anything else is no address`(address: String) {
        #expect(EmailAddress.fault(in: address) != nil)
    }
}
