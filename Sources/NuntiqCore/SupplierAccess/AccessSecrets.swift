import NuntiqModel
import NuntiqStore

/// A token of a link or a claim: 48 hexadecimal digits that nobody can guess; the database knows its hash.
public struct AccessToken: Sendable, Hashable {
    /// What is mailed, or kept by the browser.
    public let text: String

    /// A new one.
    init(_ environment: RuntimeEnvironment) {
        text = Hexadecimal.encode(environment.random(24))
    }

    /// One that somebody shows; anything else leads nowhere by itself.
    public init(_ text: String) {
        self.text = text
    }

    func hash(_ secrets: Secrets) -> [UInt8] {
        secrets.hash("supplier access \(text)")
    }
}

/// The six digits that prove that somebody reads an address.
struct VerificationCode: Sendable, Hashable {
    let text: String

    /// A new one, each as likely as any other.
    init(_ environment: RuntimeEnvironment) {
        var number: UInt64
        repeat {
            number = environment.random(4).reduce(0) { $0 << 8 | UInt64($1) }
        } while number >= 4_294_000_000  // the largest multiple of a million below 2^32
        text = String(String(1_000_000 + number % 1_000_000).dropFirst())
    }

    /// One as it was typed or pasted: `123 456` is `123456`.
    init(typed: String) {
        text = String(
            String.UnicodeScalarView(typed.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "-" }))
    }

    /// What is stored: bound to the link, so that it fits no other.
    func hash(for link: AccessToken, _ secrets: Secrets) -> [UInt8] {
        secrets.hash("verification code \(link.text) \(text)")
    }
}

/// Takes the same time wherever they differ.
func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
