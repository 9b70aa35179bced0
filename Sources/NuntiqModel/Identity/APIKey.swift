/// A well-formed key of ours: `sk_` or `rs_`, 22 random base-62 characters, 6 of a CRC-32.
///
/// The checksum lets a scanner and our own parser refuse a mistyped key without a look-up. A key is a secret: its
/// ``description`` shows only ``prefix`` and ``last4``.
public struct APIKey: Sendable, Hashable {
    /// What a key is for; the raw value is how it begins.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// `api_key`: calls the APIs.
        case key = "sk_"
        /// `rotation_secret`: replaces its `api_key`, with it.
        case rotationSecret = "rs_"
    }

    /// What it is for.
    public let kind: Kind
    /// The whole key, a secret.
    public let text: String

    /// Checks form and checksum; `nil` when either is wrong.
    public init?(_ text: some StringProtocol) {
        let utf8 = Array(text.utf8.prefix(Self.length + 1))
        guard utf8.count == Self.length, let kind = Kind(rawValue: String(decoding: utf8.prefix(3), as: UTF8.self)),
            utf8.dropFirst(3).allSatisfy(Base62.contains),
            utf8.suffix(Self.checksumLength).elementsEqual(Self.checksum(of: utf8.dropLast(Self.checksumLength)))
        else { return nil }
        self.kind = kind
        self.text = String(decoding: utf8, as: UTF8.self)
    }

    private init(kind: Kind, random: [UInt8]) {
        let body = Array(kind.rawValue.utf8) + random
        self.kind = kind
        self.text = String(decoding: body + Self.checksum(of: body), as: UTF8.self)
    }

    /// Makes a new key from unpredictable bytes (`RuntimeEnvironment.random`).
    public static func generate(_ kind: Kind, random: (_ count: Int) -> [UInt8]) -> APIKey {
        APIKey(kind: kind, random: Base62.draw(randomLength, from: random))
    }

    /// The first eight characters, which may be shown.
    public var prefix: String { String(text.prefix(8)) }

    /// The last four characters, which may be shown.
    public var last4: String { String(text.suffix(4)) }

    private static let randomLength = 22
    private static let checksumLength = 6
    private static let length = 3 + randomLength + checksumLength

    private static func checksum(of body: some Sequence<UInt8>) -> [UInt8] {
        Base62.digits(of: UInt64(CRC32.checksum(of: body)), count: checksumLength)
    }
}

extension APIKey: CustomStringConvertible {
    /// `sk_9fK2a…Xy7Q`: enough to recognise a key, useless to anyone else.
    public var description: String { "\(prefix)…\(last4)" }
}
