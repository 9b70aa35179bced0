/// A JSON number, kept as the text it was written in; equal numbers have equal values (`1.0` equals `1`).
public struct JSONNumber: Sendable {
    /// The number as received, by the grammar of RFC 8259, section 6.
    public let text: String

    /// Takes a text by the grammar of RFC 8259, else `nil`.
    public init?(_ text: String) {
        var text = text
        guard text.withUTF8({ JSONNumber.isNumber(UnsafeRawBufferPointer($0)) }) else { return nil }
        self.text = text
    }

    /// A whole number.
    public init(_ value: Int64) {
        text = String(value)
    }

    /// Wraps a text whose grammar has been checked.
    init(checked text: String) {
        self.text = text
    }

    /// The value as a whole number, when it is one within 64 bits (`5`, `5.0`, `5e2`).
    public var int: Int64? {
        Int64(text) ?? parts.int
    }

    /// One text per value: sign, digits without zeros at either end, and a power of ten; `0` for every zero.
    public var canonical: String {
        parts.canonical
    }

    /// Whether the bytes are a number by the grammar.
    static func isNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        func digits() -> Int {
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            return index - start
        }
        func takes(_ accepted: UInt8...) -> Bool {
            guard index < bytes.count, accepted.contains(bytes[index]) else { return false }
            index += 1
            return true
        }
        _ = takes(UInt8(ascii: "-"))
        let leading = index
        let whole = digits()
        if whole == 0 || (whole > 1 && bytes[leading] == UInt8(ascii: "0")) { return false }
        if takes(UInt8(ascii: ".")), digits() == 0 { return false }
        if takes(UInt8(ascii: "e"), UInt8(ascii: "E")) {
            _ = takes(UInt8(ascii: "+"), UInt8(ascii: "-"))
            if digits() == 0 { return false }
        }
        return index == bytes.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }
}

extension JSONNumber {
    /// The number as an integer without trailing zeros times a power of ten.
    fileprivate struct Parts {
        var negative = false
        var digits: [UInt8] = []
        /// The power of ten; `nil` when beyond 64 bits, then `exponentText` tells numbers apart.
        var exponent: Int? = 0
        var exponentText = ""

        var canonical: String {
            if digits.isEmpty { return "0" }
            let sign = negative ? "-" : ""
            let power = exponent.map(String.init) ?? exponentText
            return sign + String(decoding: digits, as: UTF8.self) + "e" + power
        }

        var int: Int64? {
            if digits.isEmpty { return 0 }
            guard let exponent, exponent >= 0, exponent + digits.count <= 19 else { return nil }
            let zeros = String(repeating: "0", count: exponent)
            return Int64((negative ? "-" : "") + String(decoding: digits, as: UTF8.self) + zeros)
        }
    }

    private var parts: Parts {
        var parts = Parts()
        var fraction = 0
        var afterPoint = false
        var power = ""[...]
        for (index, byte) in zip(text.utf8.indices, text.utf8) {
            switch byte {
            case UInt8(ascii: "-"): parts.negative = true
            case UInt8(ascii: "."): afterPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): power = text[index...].dropFirst()
            default:
                parts.digits.append(byte)
                fraction += afterPoint ? 1 : 0
            }
            if !power.isEmpty { break }
        }
        return parts.reduced(fraction: fraction, power: power)
    }
}

extension JSONNumber.Parts {
    /// Strips zeros at both ends and works the fraction and the written power into the exponent.
    fileprivate func reduced(fraction: Int, power: Substring) -> Self {
        var parts = self
        let trailing = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        parts.digits = Array(digits.dropLast(trailing).drop { $0 == UInt8(ascii: "0") })
        let shift = trailing - fraction
        let written = power.isEmpty ? 0 : Int(power)
        if let written, written.magnitude < 1 << 60 {
            parts.exponent = written + shift
        } else {
            parts.exponent = nil
            parts.exponentText = "\(power)\(shift < 0 ? "" : "+")\(shift)"
        }
        return parts
    }
}

extension JSONNumber: Hashable {
    /// Whether both have the same value.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        left.text == right.text || left.canonical == right.canonical
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(canonical)
    }
}
