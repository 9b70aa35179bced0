import Foundation
@testable import NuntiqConnector
import NuntiqModel
import Testing

struct SecretMaskTests {
    private let mask = SecretMask(["erp": ["password": "p\"ä ss/word", "pin": "123"]], ["sk_token"])

    @Test(arguments: [
        ("it is p\"ä ss/word.", "it is ***."), ("p%22%C3%A4%20ss%2Fword", "***"),
        (#"{"p": "p\"ä ss/word"}"#, #"{"p": "***"}"#),
        ("Bearer sk_token", "Bearer ***"), ("pin 123", "pin 123"),
    ])
    func `a secret is cut out as text, in a URL and in JSON`(text: String, masked: String) {
        #expect(mask.masked(text) == masked)
    }

    @Test func `a secret is cut out of base64`() {
        for before in ["", "u", "us", "use"] {
            let encoded = Data("\(before)sk_token:x".utf8).base64EncodedString()
            let masked = mask.masked("Basic \(encoded)")
            #expect(masked.contains("***") && masked.utf8.count < encoded.utf8.count, "\(encoded): \(masked)")
        }
    }

    @Test func `a secret is cut out of details, and of a key each line`() {
        let key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0\n-----END KEY-----"
        let mask = SecretMask(["key": .string(key), "number": 471_147], [])
        #expect(mask.masked("read MIIEvQIBADANBgkqhkiG9w0") == "read ***")
        #expect(mask.masked(["n": ["471147"]] as JSONValue) == ["n": ["***"]])
    }

    @Test func `nobody writes a line of the log that the connector did not write`() {
        #expect(JobLogger.oneLine("a\nb\u{202E}c") == "a\\nb\\u{202E}c")
    }
}
