import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite(.proves("connector/masked"))
struct SecretMaskerTests {
    private let secret = "pa/ss wörd+\"7\""

    @Test func `a secret is cut out as it is, escaped, encoded and in base64 at every offset`() throws {
        let masker = SecretMasker(["erp": ["password": .string(secret), "pin": 90_210]], ["jt_abcdef"])
        let escaped = #"pa/ss wörd+\"7\""#
        let percent = ["pa%2Fss%20w%C3%B6rd%2B%227%22", "pa%2fss%20w%c3%b6rd%2b%227%22", "pa%2Fss+w%C3%B6rd%2B%227%22"]
        for text in [secret, escaped, #"pa\/ss w\u00f6rd+\"7\""#, #"pa/ss w\u00F6rd+\"7\""#] + percent {
            #expect(masker.masked("a \(text) b") == "a *** b", "\(text)")
        }
        for prefix in ["", "x", "xy", "xyz"] {
            for suffix in ["", "z"] {
                let encoded = Data("\(prefix)\(secret)\(suffix)".utf8).base64EncodedString()
                let masked = masker.masked("Basic \(encoded).")
                #expect(masked.contains("***") && masked.count < encoded.count, "\(prefix)|\(suffix): \(masked)")
            }
        }
        #expect(masker.masked("90210 jt_abcdef jt_abcde") == "*** *** jt_abcde")
        #expect(
            masker.masked(["a": .string(secret), "n": 90_210, "ok": [true, .null, "pa/ss"]])
                == ["a": "***", "n": "***", "ok": [true, .null, "pa/ss"]])
    }

    @Test func `a key of many lines is cut out line by line, and short words stay`() {
        let key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0\nabc\n-----END KEY-----"
        let masker = SecretMasker(["key": .string(key), "short": "abc"], [])
        #expect(masker.masked("MIIEvQIBADANBgkqhkiG9w0") == "***")
        #expect(masker.masked("abc abcd") == "abc abcd")
        #expect(SecretMasker([:], []).masked("as it is") == "as it is")
    }
}
