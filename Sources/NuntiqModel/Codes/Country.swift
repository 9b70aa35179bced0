/// A country of ISO 3166-1.
public struct Country: Sendable, Hashable {
    /// The two capital letters.
    public let code: String

    /// The country of a code in capitals; `nil` when there is none such.
    public init?(_ code: some StringProtocol) {
        let code = String(code)
        guard Self.known.contains(code) else { return nil }
        self.code = code
    }

    private init(known code: String) {
        self.code = code
    }

    /// Every country, by code.
    public static let all: [Country] = known.sorted().map { Country(known: $0) }

    private static let known = Set(list.split { $0 == " " || $0 == "\n" }.map { String($0) })

    // ISO 3166-1 of January 2026, with XI (Northern Ireland, in VAT ids) and XK (Kosovo), which invoices use.
    private static let list = """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
        BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
        FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
        IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
        ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
        PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
        TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI XK YE YT ZA ZM ZW
        """
}

extension Country: LosslessStringConvertible {
    /// The code.
    public var description: String { code }
}
