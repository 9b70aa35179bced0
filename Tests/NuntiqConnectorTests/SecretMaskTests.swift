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

    @Test(arguments: [("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
    func `base64 is that of RFC 4648, section 10, less its padding`(plain: String, encoded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
        #expect(
            SecretMask([:], ["\(plain)\(plain)\(plain)\(plain)"]).masked(
                Base64.encode(Array("\(plain)\(plain)\(plain)\(plain)".utf8))) == "***")
    }
}
