extension VATCheck {
    /// Two characters that check the nine digits of the company number; letters among them since 2007.
    static func france(_ text: [UInt8]) -> Bool {
        let company = text.number(2..<11)
        guard Luhn.checksum(text.digits.suffix(9)) == 0 || text[2...].starts(with: "000".utf8) else { return false }
        if text[0].isASCIIDigit && text[1].isASCIIDigit { return (company * 100 + 12) % 97 == text.number(0..<2) }
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
        guard let first = alphabet.firstIndex(of: text[0]), let second = alphabet.firstIndex(of: text[1]) else {
            return false
        }
        let key = text[0].isASCIIDigit ? first * 24 + second - 10 : first * 34 + second - 100
        return (company + 1 + key / 11) % 11 == key % 11
    }

    /// A person's number closes with a letter by 23, a company's with a Luhn digit or its letter.
    static func spain(_ text: [UInt8]) -> Bool {
        let first = text[0]
        if first.isASCIIDigit { return personLetter(text.number(0..<8)) == text[8] }
        if "KLM".utf8.contains(first) { return personLetter(text.number(1..<8)) == text[8] }
        if let series = Array("XYZ".utf8).firstIndex(of: first) {
            return personLetter(series * 10_000_000 + text.number(1..<8)) == text[8]
        }
        guard "ABCDEFGHJNPQRSUVW".utf8.contains(first) else { return false }
        let check = (10 - Luhn.checksum(text.digits[1..<8] + [0])) % 10
        let asDigit = UInt8(ascii: "0") + UInt8(check)
        let asLetter = Array("JABCDEFGHI".utf8)[check]
        if "KNPQRSW".utf8.contains(first) { return text[8] == asLetter }
        if "ABEH".utf8.contains(first) { return text[8] == asDigit }
        return text[8] == asDigit || text[8] == asLetter
    }

    private static func personLetter(_ number: Int) -> UInt8 {
        Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[number % 23]
    }
}
