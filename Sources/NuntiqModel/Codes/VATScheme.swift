/// How one country's VAT ids look and close.
///
/// Sources: the European Commission's structure of VIES numbers; the check digits as the countries published them.
struct VATScheme: Sendable {
    let prefix: String
    let forms: [VATForm]
    /// Whether the check digits of a text of that form are right.
    let check: @Sendable ([UInt8]) -> Bool
    /// Words that may follow the number and say nothing.
    let suffixes: [String]

    private init(
        _ prefix: String, _ forms: VATForm..., ignoring suffixes: [String] = [],
        check: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        (self.prefix, self.forms, self.suffixes, self.check) = (prefix, forms, suffixes, check)
    }

    /// The number without a suffix.
    func body(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let suffix = suffixes.first { text.count > $0.utf8.count && text.suffix($0.utf8.count).elementsEqual($0.utf8) }
        return Array(text.dropLast(suffix?.utf8.count ?? 0))
    }

    static let all: [VATScheme] = [
        VATScheme("AT", "U########") { VATCheck.austria($0) },
        VATScheme("BE", "##########") { VATCheck.belgium($0) },
        VATScheme("BG", "#########", "##########") { VATCheck.bulgaria($0) },
        VATScheme("CHE", "#########", ignoring: ["MWST", "TVA", "IVA", "TPV"]) { VATCheck.switzerland($0) },
        VATScheme("CY", "########A") { VATCheck.cyprus($0) },
        VATScheme("CZ", "########", "#########", "##########") { VATCheck.czechia($0) },
        VATScheme("DE", "#########") { $0[0].digitValue > 0 && ISO7064.closesMod11And10($0.digits) },
        VATScheme("DK", "########") { $0.weighed([2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 },
        VATScheme("EE", "#########") { $0.weighed([3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0 },
        VATScheme("EL", "#########") { $0.weighed([256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == $0[8].digitValue },
        VATScheme("ES", "*#######*") { VATCheck.spain($0) },
        VATScheme("FI", "########") { $0.weighed([7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0 },
        VATScheme("FR", "**#########") { VATCheck.france($0) },
        VATScheme("GB", "#########", "############", "GD###", "HA###") { VATCheck.britain($0) },
        VATScheme("HR", "###########") { ISO7064.closesMod11And10($0.digits) },
        VATScheme("HU", "########") { $0.weighed([9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0 },
        VATScheme("IE", "#######A", "#######AA", "#A#####A", "#+#####A") { VATCheck.ireland($0) },
        VATScheme("IT", "###########") { VATCheck.italy($0) },
        VATScheme("LT", "#########", "############") { VATCheck.lithuania($0) },
        VATScheme("LU", "########") { $0.number(0..<6) % 89 == $0.number(6..<8) },
        VATScheme("LV", "###########") { VATCheck.latvia($0) },
        VATScheme("MT", "########") { $0.weighed([3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0 },
        VATScheme("NL", "#########B##") { VATCheck.netherlands($0) },
        VATScheme("NO", "#########", ignoring: ["MVA"]) { $0.weighed([3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 },
        VATScheme("PL", "##########") { $0.weighed([6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == $0[9].digitValue },
        VATScheme("PT", "#########") { VATCheck.portugal($0) },
        VATScheme("RO", "##", "###", "####", "#####", "######", "#######", "########", "#########", "##########") {
            VATCheck.romania($0)
        },
        VATScheme("SE", "############") { Luhn.checksum($0.digits.prefix(10)) == 0 && $0.number(10..<12) > 0 },
        VATScheme("SI", "########") { VATCheck.slovenia($0) },
        VATScheme("SK", "##########") { VATCheck.slovakia($0) },
        VATScheme("XI", "#########", "############", "GD###", "HA###") { VATCheck.britain($0) },
    ]
}

extension [UInt8] {
    /// The digits as numbers; letters become something that no check expects.
    var digits: [Int] { map(\.digitValue) }

    /// Σ digit × weight, for as many digits as there are weights.
    func weighed(_ weights: [Int]) -> Int {
        zip(self, weights).reduce(0) { $0 + $1.0.digitValue * $1.1 }
    }

    /// The number that the digits of a range spell.
    func number(_ range: Range<Int>) -> Int {
        self[range].reduce(0) { $0 * 10 + $1.digitValue }
    }
}
