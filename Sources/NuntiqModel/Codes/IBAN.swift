/// An international bank account number of ISO 13616, with the right length and check digits.
public struct IBAN: Sendable, Hashable {
    /// Why a text is no IBAN.
    public enum Fault: Error, Sendable, Hashable {
        /// It does not begin with a country that has IBANs.
        case unknownCountry
        /// Its length or its kinds of characters are not those of its country.
        case malformed
        /// The check digits are wrong: it is mistyped.
        case wrongCheckDigits
    }

    /// In capitals, without spaces.
    public let text: String

    /// Checks a text; spaces and hyphens are taken, small letters too.
    public init(_ text: some StringProtocol) throws(Fault) {
        let compact = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }.map(\.uppercasedASCII)
        guard let structure = Self.structures[String(decoding: compact.prefix(2), as: UTF8.self)] else {
            throw .unknownCountry
        }
        guard compact.count == 4 + structure.count, compact[2].isASCIIDigit, compact[3].isASCIIDigit,
            zip(compact.dropFirst(4), structure).allSatisfy({ $1.allows($0) })
        else { throw .malformed }
        guard ISO7064.mod97(compact.dropFirst(4) + compact.prefix(4)) == 1 else { throw .wrongCheckDigits }
        self.text = String(decoding: compact, as: UTF8.self)
    }

    /// The country of the bank, in two capital letters.
    public var country: String { String(text.prefix(2)) }

    /// What may stand at one place.
    private enum Place: Character {
        case digit = "n"
        case letter = "a"
        case either = "c"

        func allows(_ byte: UInt8) -> Bool {
            switch self {
            case .digit: byte.isASCIIDigit
            case .letter: byte.isASCIICapital
            case .either: byte.isASCIIDigit || byte.isASCIICapital
            }
        }
    }

    private static let structures: [String: [Place]] = Dictionary(
        uniqueKeysWithValues: (registry + "\n" + unregistered).split { $0 == "," || $0 == "\n" }.compactMap { entry in
            let words = entry.split(separator: " ")
            guard words.count == 2 else { return nil }
            return (String(words[0]), places(words[1]))
        }
    )

    /// `4a10n`: four letters, then ten digits.
    private static func places(_ structure: Substring) -> [Place] {
        var (places, count): ([Place], Int) = ([], 0)
        for character in structure {
            if let digit = character.wholeNumberValue {
                count = count * 10 + digit
            } else if let place = Place(rawValue: character) {
                places += Array(repeating: place, count: count)
                count = 0
            }
        }
        return places
    }

    // What follows the check digits: SWIFT IBAN registry, release 101.
    private static let registry = """
        AD 8n12c, AE 19n, AL 8n16c, AT 16n, AZ 4a20c, BA 16n, BE 12n, BG 4a6n8c, BH 4a14c, BI 23n, BR 23n1a1c
        BY 4c4n16c, CH 5n12c, CR 18n, CY 8n16c, CZ 20n, DE 18n, DJ 23n, DK 14n, DO 4c20n, EE 16n, EG 25n, ES 20n
        FI 14n, FK 2a12n, FO 14n, FR 10n11c2n, GB 4a14n, GE 2a16n, GI 4a15c, GL 14n, GR 7n16c, GT 24c, HN 4a20n
        HR 17n, HU 24n, IE 4a14n, IL 19n, IQ 4a15n, IS 22n, IT 1a10n12c, JO 4a4n18c, KW 4a22c, KZ 3n13c, LB 4n20c
        LC 4a24c, LI 5n12c, LT 16n, LU 3n13c, LV 4a13c, LY 21n, MC 10n11c2n, MD 20c, ME 18n, MK 3n10c2n, MN 16n
        MR 23n, MT 4a5n18c, MU 4a19n3a, NI 4a20n, NL 4a10n, NO 11n, OM 3n16c, PK 4a16c, PL 24n, PS 4a21c, PT 21n
        QA 4a21c, RO 4a16c, RS 18n, RU 14n15c, SA 2n18c, SC 4a20n3a, SD 14n, SE 20n, SI 15n, SK 20n, SM 1a10n12c
        SO 19n, ST 21n, SV 4a20n, TL 19n, TN 20n, TR 6n16c, UA 6n19c, VA 18n, VG 4a16n, XK 16n, YE 4a4n18c
        """

    // Countries whose banks print IBANs that the registry does not have: their length and check digits are known.
    private static let unregistered = """
        AO 21c, BF 24c, BJ 24c, CF 23c, CG 23c, CI 24c, CM 23c, CV 21c, DZ 22c, GA 23c, GQ 23c, GW 21c, IR 22c, KM 23c
        MA 24c, MG 23c, ML 24c, MZ 21c, NE 24c, SN 24c, TD 23c, TG 24c
        """
}

extension IBAN: CustomStringConvertible {
    /// In groups of four, as it is printed.
    public var description: String {
        stride(from: 0, to: text.count, by: 4).map { start in text.dropFirst(start).prefix(4) }.joined(separator: " ")
    }
}
