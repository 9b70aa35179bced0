/// A currency of ISO 4217.
public struct Currency: Sendable, Hashable {
    /// The three capital letters.
    public let code: String
    /// How many decimal places its smallest coin has; `nil` where ISO 4217 says that there is none (gold, XDR).
    public let minorUnits: Int?

    /// The currency of a code in capitals; `nil` when ISO 4217 has none such.
    public init?(_ code: some StringProtocol) {
        let code = String(code)
        guard let known = Self.known[code] else { return nil }
        self = known
    }

    private init(known code: String, minorUnits: Int?) {
        self.code = code
        self.minorUnits = minorUnits
    }

    /// Every currency, by code.
    public static let all: [Currency] = known.values.sorted { $0.code < $1.code }

    private static let known: [String: Currency] = {
        let byMinorUnits: [(Int?, String)] = [
            (0, whole), (2, hundredths), (3, thousandths), (4, tenThousandths), (nil, none),
        ]
        let pairs = byMinorUnits.flatMap { minorUnits, codes in
            codes.split { $0 == " " || $0 == "\n" }.map { ($0, minorUnits) }
        }
        return Dictionary(
            uniqueKeysWithValues: pairs.map { (String($0), Currency(known: String($0), minorUnits: $1)) }
        )
    }()

    // ISO 4217, list one of January 2026, and ANG, BGN, CUC, HRK, SLL, ZWL, withdrawn of late but still on invoices.
    // XTS (tests) and XXX (no currency) are left out: no invoice is in them.

    private static let whole = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
    private static let thousandths = "BHD IQD JOD KWD LYD OMR TND"
    private static let tenThousandths = "CLF UYW"
    private static let none = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XUA"
    private static let hundredths = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
        CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD
        HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP
        MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR
        SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED
        VES WST XAD XCD XCG YER ZAR ZMW ZWG ZWL
        """
}

extension Currency: LosslessStringConvertible {
    /// The code.
    public var description: String { code }
}
