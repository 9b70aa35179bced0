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
        let encoded = Data("sk_token".utf8).base64EncodedString()
        #expect(mask.masked("Basic \(encoded)") == "Basic ***=")
    }
}
