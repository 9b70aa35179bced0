/// Walks once over text of fixed-width numbers, such as dates.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: some Collection<UInt8>) {
        rest = Substring(decoding: text, as: UTF8.self).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// A number of exactly `count` digits.
    mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The next byte if it is a digit.
    mutating func digit() -> Int? {
        guard let byte = rest.first, case let digit = byte &- UInt8(ascii: "0"), digit < 10 else { return nil }
        rest.removeFirst()
        return Int(digit)
    }

    /// Takes the next byte if it is one of these.
    mutating func take(_ character: Unicode.Scalar, or other: Unicode.Scalar? = nil) -> Bool {
        guard let byte = rest.first.map(Unicode.Scalar.init), byte == character || byte == other else { return false }
        rest.removeFirst()
        return true
    }
}

extension BinaryInteger {
    /// The decimal digits, with zeros in front up to `width`.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
        return (self < 0 ? "-" : "") + zeros + digits
    }
}

extension FixedWidthInteger {
    /// The quotient rounded towards minus infinity.
    func dividedDown(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
