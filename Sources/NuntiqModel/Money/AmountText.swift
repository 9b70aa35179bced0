extension Amount {
    /// Reads a decimal as JSON writes it: sign, digits, fraction, exponent.
    ///
    /// Leading zeros are taken and dropped, white space and a plus sign are not taken.
    /// - Returns: `nil` when `text` is not a number, has more than 38 digits or an exponent beyond ±30.
    public init?(_ text: some StringProtocol) {
        let read = text.utf8.withContiguousStorageIfAvailable { Amount(utf8: $0) } ?? Amount(utf8: Array(text.utf8))
        guard let read else { return nil }
        self = read
    }

    /// Reads a decimal from its UTF-8 bytes; see ``init(_:)``.
    public init?(utf8 bytes: some Collection<UInt8>) {
        var reader = DecimalReader(bytes)
        guard let (coefficient, scale) = reader.read() else { return nil }
        self.init(unchecked: coefficient, scale: scale)
    }
}

extension Amount: LosslessStringConvertible {
    /// The number as received, without exponent where 38 digits suffice: `-1234.50`, else `12E+40`.
    public var description: String {
        if scale == 0 { return String(coefficient) }
        let sign = isNegative ? "-" : ""
        let digits = String(coefficient.magnitude)
        if scale < 0 { return "\(sign)\(digits)E+\(-scale)" }
        var bytes = Array(sign.utf8)
        bytes += repeatElement(UInt8(ascii: "0"), count: max(0, scale + 1 - digits.utf8.count))
        bytes += digits.utf8
        bytes.insert(UInt8(ascii: "."), at: bytes.count - scale)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The one text all equal amounts share: no trailing zeros, no exponent where 38 digits suffice.
    public var canonicalDescription: String {
        let shortest = normalized
        return (shortest.scale < 0 ? shortest.withoutExponent : shortest).description
    }

    /// The same value with scale 0 when its digits suffice for that.
    var withoutExponent: Amount {
        guard scale < 0, let power = PowerOfTen.checked(-scale) else { return self }
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: Int128(power))
        return overflow ? self : Amount(coefficient: product, scale: 0) ?? self
    }
}

/// Walks over the bytes of a decimal once.
private struct DecimalReader<Bytes: Collection<UInt8>> {
    private let bytes: Bytes
    private var index: Bytes.Index
    private var digits = 0
    private var small: UInt64 = 0
    private var wide: UInt128 = 0
    private var fraction = 0

    init(_ bytes: Bytes) {
        self.bytes = bytes
        self.index = bytes.startIndex
    }

    mutating func read() -> (Int128, Int)? {
        let negative = take(UInt8(ascii: "-"))
        guard takeDigits() > 0 else { return nil }
        if take(UInt8(ascii: ".")) {
            fraction = takeDigits()
            guard fraction > 0 else { return nil }
        }
        guard let exponent = takeExponent(), index == bytes.endIndex, digits <= Amount.digitsMax else { return nil }
        let value = digits <= 19 ? Int128(small) : Int128(wide)
        return Self.settled(negative ? -value : value, scale: fraction - exponent)
    }

    /// Spells an exponent out where the digits suffice: 1E+3 is 1000.
    private static func settled(_ coefficient: Int128, scale: Int) -> (Int128, Int)? {
        guard Amount.scales.contains(scale) else { return nil }
        if coefficient == 0 { return (0, max(0, scale)) }
        let spelt = Amount(unchecked: coefficient, scale: scale).withoutExponent
        return (spelt.coefficient, spelt.scale)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.endIndex, bytes[index] == byte else { return false }
        bytes.formIndex(after: &index)
        return true
    }

    /// Adds digits to the value; returns how many there were.
    private mutating func takeDigits() -> Int {
        var count = 0
        while index < bytes.endIndex {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            add(digit)
            count += 1
            bytes.formIndex(after: &index)
        }
        return count
    }

    /// Up to 19 digits fit into 64 bits; beyond 38 they are only counted.
    private mutating func add(_ digit: UInt8) {
        if digits == 0 && digit == 0 { return }
        digits += 1
        switch digits {
        case ...19: small = small * 10 + UInt64(digit)
        case 20: wide = UInt128(small) * 10 + UInt128(digit)
        case ...Amount.digitsMax: wide = wide * 10 + UInt128(digit)
        default: break
        }
    }

    /// The exponent, 0 when there is none, `nil` when it is malformed or too large.
    private mutating func takeExponent() -> Int? {
        guard take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) else { return 0 }
        let negative = take(UInt8(ascii: "-"))
        if !negative { _ = take(UInt8(ascii: "+")) }
        var (value, count) = (0, 0)
        while index < bytes.endIndex, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 10 {
            value = min(value * 10 + Int(digit), Amount.exponentMax + 1)
            count += 1
            bytes.formIndex(after: &index)
        }
        guard count > 0, value <= Amount.exponentMax else { return nil }
        return negative ? -value : value
    }
}
