/// The check digits of countries whose arithmetic takes more than a line; each takes a text of the country's form.
enum VATCheck {
    static func austria(_ text: [UInt8]) -> Bool {
        let digits = text.dropFirst().map(\.digitValue)
        return (16 - Luhn.checksum(digits.prefix(7))) % 10 == digits[7]
    }

    static func belgium(_ text: [UInt8]) -> Bool {
        text[0].digitValue <= 1 && 97 - text.number(0..<8) % 97 == text.number(8..<10)
    }

    static func switzerland(_ text: [UInt8]) -> Bool {
        (11 - text.weighed([5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11 == text[8].digitValue
    }

    static func bulgaria(_ text: [UInt8]) -> Bool {
        text.count == 9 ? bulgarianCompany(text) : bulgarianPerson(text)
    }

    private static func bulgarianCompany(_ text: [UInt8]) -> Bool {
        let first = text.weighed([1, 2, 3, 4, 5, 6, 7, 8]) % 11
        let check = first < 10 ? first : text.weighed([3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10
        return check == text[8].digitValue
    }

    /// A person's, a foreigner's or another's number.
    private static func bulgarianPerson(_ text: [UInt8]) -> Bool {
        let check = text[9].digitValue
        return text.weighed([2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == check
            || text.weighed([21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == check
            || (11 - text.weighed([4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == check
    }

    static func cyprus(_ text: [UInt8]) -> Bool {
        let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
        let sum = text.digits.prefix(8).enumerated().reduce(0) { sum, item in
            sum + (item.offset.isMultiple(of: 2) ? odd[item.element] : item.element)
        }
        return !text.starts(with: "12".utf8) && sum % 26 == text[8].letterValue
    }

    /// Eight digits: a company; nine: a person before 1954 or a special number, without check; ten: a person.
    static func czechia(_ text: [UInt8]) -> Bool {
        switch text.count {
        case 8:
            let check = (11 - text.weighed([8, 7, 6, 5, 4, 3, 2]) % 11) % 11
            return text[0] != UInt8(ascii: "9") && (check == 0 ? 1 : check) % 10 == text[7].digitValue
        case 10: return text.number(0..<9) % 11 % 10 == text[9].digitValue
        default: return true
        }
    }

    static func britain(_ text: [UInt8]) -> Bool {
        if text.starts(with: "GD".utf8) { return text.number(2..<5) < 500 }
        if text.starts(with: "HA".utf8) { return text.number(2..<5) >= 500 }
        let rest = text.weighed([8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
        return rest == 0 || (text.number(0..<3) >= 100 && (rest == 42 || rest == 55))
    }

    static func ireland(_ text: [UInt8]) -> Bool {
        let letters = Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)
        if text[1].isASCIIDigit {
            let second = text.count == 9 ? letters.firstIndex(of: text[8]) ?? 0 : 0
            return letters[(text.weighed([8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23] == text[7]
        }
        // The form of before 2013: the first digit moves behind the others.
        let digits = [UInt8(ascii: "0")] + text[2..<7] + text[0..<1]
        return letters[Array(digits).weighed([8, 7, 6, 5, 4, 3, 2]) % 23] == text[7]
    }

    static func italy(_ text: [UInt8]) -> Bool {
        let office = text.number(7..<10)
        let knownOffice = (1...100).contains(office) || [120, 121, 888, 999].contains(office)
        return text.number(0..<7) > 0 && knownOffice && Luhn.checksum(text.digits) == 0
    }

    static func lithuania(_ text: [UInt8]) -> Bool {
        guard text[text.count - 2] == UInt8(ascii: "1") else { return false }
        let body = text.digits.dropLast()
        func sum(from start: Int) -> Int {
            body.enumerated().reduce(0) { $0 + $1.element * (1 + ($1.offset + start) % 9) } % 11
        }
        let check = sum(from: 0) < 10 ? sum(from: 0) : sum(from: 2)
        return check % 10 == text[text.count - 1].digitValue
    }

    /// A company above 3, else a person.
    static func latvia(_ text: [UInt8]) -> Bool {
        if text[0].digitValue > 3 { return text.weighed([9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3 }
        return (1 + text.weighed([10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == text[10].digitValue
    }

    /// A company's number closes by elevens, a person's since 2020 by 97.
    static func netherlands(_ text: [UInt8]) -> Bool {
        let byElevens = (text.weighed([9, 8, 7, 6, 5, 4, 3, 2]) - text[8].digitValue) % 11 == 0
        return byElevens || ISO7064.mod97(Array("NL".utf8) + text) == 1
    }

    static func portugal(_ text: [UInt8]) -> Bool {
        text[0] != UInt8(ascii: "0")
            && (11 - text.weighed([9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == text[8].digitValue
    }

    static func romania(_ text: [UInt8]) -> Bool {
        let padded = [UInt8](repeating: UInt8(ascii: "0"), count: 10 - text.count) + text
        return padded.weighed([7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10 % 11 % 10 == padded[9].digitValue
    }

    static func slovenia(_ text: [UInt8]) -> Bool {
        let check = 11 - text.weighed([8, 7, 6, 5, 4, 3, 2]) % 11
        return text[0] != UInt8(ascii: "0") && (check == 10 ? 0 : check) == text[7].digitValue
    }

    static func slovakia(_ text: [UInt8]) -> Bool {
        text[0] != UInt8(ascii: "0") && text.number(0..<10) % 11 == 0
    }
}
