/// The systems of ISO 7064 that bank accounts and VAT ids use.
enum ISO7064 {
    /// The remainder by 97 of digits and letters, a letter counting as the number 10 … 35.
    static func mod97(_ characters: some Sequence<UInt8>) -> Int {
        characters.reduce(0) { rest, byte in
            byte.isASCIIDigit ? (rest * 10 + byte.digitValue) % 97 : (rest * 100 + byte.letterValue + 10) % 97
        }
    }

    /// Whether the last digit closes MOD 11,10.
    static func closesMod11And10(_ digits: [Int]) -> Bool {
        var product = 10
        for digit in digits.dropLast() {
            let sum = (product + digit) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (product + (digits.last ?? 0)) % 10 == 1
    }
}

/// The checksum of bank cards, also of French, Italian and Swedish company numbers.
enum Luhn {
    /// The sum, every second digit from the right doubled, modulo 10; 0 for a right number.
    static func checksum(_ digits: some BidirectionalCollection<Int>) -> Int {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = place.isMultiple(of: 2) ? digit : digit * 2
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { digitRange.contains(self) }
    var isASCIICapital: Bool { capitalRange.contains(self) }
    var uppercasedASCII: UInt8 { smallRange.contains(self) ? self - 32 : self }
    var digitValue: Int { Int(self) - Int(UInt8(ascii: "0")) }
    var letterValue: Int { Int(self) - Int(UInt8(ascii: "A")) }
}

private let digitRange = UInt8(ascii: "0")...UInt8(ascii: "9")
private let capitalRange = UInt8(ascii: "A")...UInt8(ascii: "Z")
private let smallRange = UInt8(ascii: "a")...UInt8(ascii: "z")
