extension Token {
    /// Reads a UUID in either case, or 26 characters of Crockford's base 32 (`I` and `L` are 1, `O` is 0).
    public init?(_ text: some StringProtocol) {
        let utf8 = Array(text.utf8.prefix(37))
        switch utf8.count {
        case 36: self.init(uuid: utf8)
        case 26: self.init(crockford: utf8)
        default: return nil
        }
    }

    private init?(uuid utf8: [UInt8]) {
        var (high, low): (UInt64, UInt64) = (0, 0)
        for (index, byte) in utf8.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Self.hexadecimalDigit(byte) else { return nil }
            high = high << 4 | low >> 60
            low = low << 4 | digit
        }
        self.init(high: high, low: low)
    }

    private init?(crockford utf8: [UInt8]) {
        var (high, low): (UInt64, UInt64) = (0, 0)
        guard let first = Self.crockfordDigit(utf8[0]), first < 8 else { return nil }
        for byte in utf8 {
            guard let digit = Self.crockfordDigit(byte) else { return nil }
            high = high << 5 | low >> 59
            low = low << 5 | digit
        }
        self.init(high: high, low: low)
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    private static let crockfordAlphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private static let crockfordDigits: [UInt64?] = {
        var digits = [UInt64?](repeating: nil, count: 256)
        for (value, byte) in crockfordAlphabet.enumerated() {
            digits[Int(byte)] = UInt64(value)
            digits[Int(byte | 0x20)] = UInt64(value)
        }
        for (alias, value) in zip("OoIiLl".utf8, [0, 0, 1, 1, 1, 1] as [UInt64]) { digits[Int(alias)] = value }
        return digits
    }()

    private static func crockfordDigit(_ byte: UInt8) -> UInt64? {
        crockfordDigits[Int(byte)]
    }

    /// The 26-character form.
    public var crockford: String {
        let digits = (0..<26).map { place in
            let shift = UInt64(5 * (25 - place))
            let wide = UInt128(high) << 64 | UInt128(low)
            return Self.crockfordAlphabet[Int(truncatingIfNeeded: wide >> UInt128(shift) & 31)]
        }
        return String(decoding: digits, as: UTF8.self)
    }
}

extension Token: LosslessStringConvertible {
    /// The lower-case UUID.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var place = 0
            for (index, byte) in bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    buffer[place] = UInt8(ascii: "-")
                    place += 1
                }
                buffer[place] = Self.hexadecimal[Int(byte >> 4)]
                buffer[place + 1] = Self.hexadecimal[Int(byte & 15)]
                place += 2
            }
            return place
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}

extension Token: Codable {
    /// Reads a UUID or its base-32 form.
    public init(from decoder: any Decoder) throws {
        self = try decoder.losslessString(as: Token.self)
    }

    /// Writes the lower-case UUID.
    public func encode(to encoder: any Encoder) throws {
        try encoder.write(losslessString: self)
    }
}
