import NuntiqModel
public import NuntiqStore

/// What opens something and travels in a mail: the token of a link, a code; sealed while it waits in the outbox.
///
/// The outbox takes secrets in this form only, and forgets them when the mail is sent.
public struct MailSecret: Sendable, Hashable {
    let sealed: [UInt8]

    /// Seals a token or code of printable ASCII that needs no escape in a URL.
    public init(_ text: String, secrets: Secrets, environment: RuntimeEnvironment) throws {
        precondition(text.utf8.allSatisfy { Self.isUnreserved($0) }, "a token is letters, digits, - . _ ~")
        sealed = try secrets.seal(Array(text.utf8), purpose: Self.purpose, nonce: environment.random(12))
    }

    static func open(_ sealed: [UInt8], _ secrets: Secrets) throws -> String {
        String(decoding: try secrets.unseal(sealed, purpose: purpose), as: UTF8.self)
    }

    private static let purpose = "outbox"

    /// - Source: RFC 3986, section 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._~".utf8.contains(byte)
    }
}
