/// A VAT id of the EU, the United Kingdom, Switzerland or Norway, with the form and check digits of its country.
///
/// The check is arithmetic: that a number is well formed does not say that it was ever given out.
public struct VATNumber: Sendable, Hashable {
    /// Why a text is no VAT id.
    public enum Fault: Error, Sendable, Hashable {
        /// It begins with no country whose rules are known.
        case unknownCountry
        /// Its length or its kinds of characters are not those of its country.
        case malformed
        /// The check digits are wrong: it is mistyped.
        case wrongCheckDigits
    }

    /// How it begins: the country's code, `EL` for Greece, `XI` for Northern Ireland, `CHE` for Switzerland.
    public let prefix: String
    /// What follows the prefix, in capitals, without separators.
    public let number: String

    /// Checks a text; spaces, dots, hyphens, slashes and small letters are taken, `GR` stands for `EL`.
    public init(_ text: some StringProtocol) throws(Fault) {
        let compact = text.utf8.filter { !Self.separators.contains($0) }.map(\.uppercasedASCII)
        guard let (scheme, body) = Self.split(compact) else { throw .unknownCountry }
        guard scheme.forms.contains(where: { $0.matches(body) }) else { throw .malformed }
        guard scheme.check(body) else { throw .wrongCheckDigits }
        prefix = scheme.prefix
        number = String(decoding: body, as: UTF8.self)
    }

    private static let separators = Set(" .-/".utf8)

    private static func split(_ text: [UInt8]) -> (VATScheme, [UInt8])? {
        for scheme in VATScheme.all where text.starts(with: scheme.prefix.utf8) {
            return (scheme, scheme.body(text.dropFirst(scheme.prefix.utf8.count)))
        }
        guard text.starts(with: "GR".utf8) else { return nil }
        return split(Array("EL".utf8) + text.dropFirst(2))
    }
}

extension VATNumber: CustomStringConvertible {
    /// Prefix and number without separators.
    public var description: String { prefix + number }
}

/// The shape of a VAT id after its prefix: `#` a digit, `A` a letter, `*` either, anything else itself.
struct VATForm: ExpressibleByStringLiteral {
    let places: [UInt8]

    init(stringLiteral pattern: String) {
        places = Array(pattern.utf8)
    }

    func matches(_ text: [UInt8]) -> Bool {
        text.count == places.count
            && zip(text, places).allSatisfy { byte, place in
                switch place {
                case UInt8(ascii: "#"): byte.isASCIIDigit
                case UInt8(ascii: "A"): byte.isASCIICapital
                case UInt8(ascii: "*"): byte.isASCIIDigit || byte.isASCIICapital
                default: byte == place
                }
            }
    }
}
