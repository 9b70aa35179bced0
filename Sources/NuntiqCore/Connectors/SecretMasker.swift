public import NuntiqModel

/// Takes secrets out of texts, also where they stand in base64 at any offset, URL-encoded, or escaped as in JSON.
public struct SecretMasker: Sendable {
    /// What stands where a secret stood.
    public static let mask = "***"
    /// Shorter values are not masked: they would blot out ordinary words, and protect nothing.
    static let bytesMin = 4
    /// A line of a longer secret, such as a private key, is one by itself from so many bytes on.
    private static let lineBytesMin = 16

    /// What is cut out, by its first byte, the longest first.
    private let spellings: [UInt8: [[UInt8]]]

    /// Learns every text and number in `secrets`, however deep, and `more`.
    public init(_ secrets: JSONValue, _ more: [String]) {
        let texts = Self.texts(in: secrets) + more.flatMap(Self.withLines)
        let spellings = Set(texts.filter { $0.utf8.count >= Self.bytesMin }.flatMap(Spelling.all))
        let usable = spellings.filter { $0.count >= Self.bytesMin }.sorted { $0.count > $1.count }
        self.spellings = Dictionary(grouping: usable) { $0[0] }
    }

    /// `text` without secrets.
    public func masked(_ text: String) -> String {
        guard !spellings.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var (index, kept) = (0, 0)
        while index < bytes.count {
            guard let length = secretLength(in: bytes, at: index) else {
                index += 1
                continue
            }
            result += bytes[kept..<index] + Self.mask.utf8
            index += length
            kept = index
        }
        guard kept > 0 else { return text }
        return String(decoding: result + bytes[kept...], as: UTF8.self)
    }

    /// `value` with every text in it masked, names of members too.
    public func masked(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): return .string(masked(text))
        case .number(let number):
            let text = masked(number.text)
            return text == number.text ? value : .string(text)
        case .array(let parts): return .array(parts.map(masked))
        case .object(let object):
            var result = JSONObject()
            for member in object.members { result[masked(member.key)] = masked(member.value) }
            return .object(result)
        case .bool, .null: return value
        }
    }

    /// A line of a log without secrets.
    public func masked(_ entry: JobLogEntry) -> JobLogEntry {
        JobLogEntry(
            level: entry.level, message: masked(entry.message), step: entry.step.map(masked),
            detail: entry.detail.map(masked), at: entry.at)
    }

    private func secretLength(in bytes: [UInt8], at index: Int) -> Int? {
        guard let candidates = spellings[bytes[index]] else { return nil }
        return candidates.first { bytes[index...].starts(with: $0) }?.count
    }

    private static func texts(in value: JSONValue) -> [String] {
        switch value {
        case .string(let text): withLines(text)
        case .number(let number): [number.text]
        case .array(let parts): parts.flatMap(texts)
        case .object(let object): object.members.flatMap { texts(in: $0.value) }
        case .bool, .null: []
        }
    }

    /// A private key of several lines is often logged line by line.
    private static func withLines(_ text: String) -> [String] {
        [text]
            + text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter {
                $0.utf8.count >= lineBytesMin
            }
    }
}

/// The ways in which a text is written within other texts.
private enum Spelling {
    static func all(_ text: String) -> [[UInt8]] {
        var spellings = [text] + escaped(text)
        let percent = [
            encoded(text, sparing: "-._~"), encoded(text, sparing: "-._~/"),
            encoded(text, sparing: "-._~ ").replacing(" ", with: "+"),
            encoded(text, sparing: "-._* ").replacing(" ", with: "+"),
        ]
        spellings += percent + percent.map { lowercasedHex($0) }
        return spellings.map { Array($0.utf8) } + base64(Array(text.utf8))
    }

    /// As JSON writes it: with and without letters beyond ASCII, with `/` as it is and escaped.
    private static func escaped(_ text: String) -> [String] {
        let plain = String(JSONValue.string(text).serialized().dropFirst().dropLast())
        let ascii = plain.utf16.map { unit in
            unit < 128 ? String(UnicodeScalar(UInt8(unit))) : "\\u" + hexadecimal(unit)
        }.joined()
        let upper = ascii.replacing(/\\u[0-9a-f]{4}/) { "\\u" + $0.0.dropFirst(2).uppercased() }
        return [plain, ascii, upper].flatMap { [$0, $0.replacing("/", with: "\\/")] }
    }

    private static func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static func encoded(_ text: String, sparing marks: String) -> String {
        let marks = Set(marks.utf8)
        return text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                return String(UnicodeScalar(byte))
            default:
                if marks.contains(byte) { return String(UnicodeScalar(byte)) }
                let digits = String(byte, radix: 16, uppercase: true)
                return "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }.joined()
    }

    private static func lowercasedHex(_ text: String) -> String {
        text.replacing(/%[0-9A-F]{2}/) { $0.0.lowercased() }
    }

    /// The text's part of a longer one: after 0, 1 and 2 other bytes its digits differ, and the last one depends on
    /// what follows unless the text ends on a boundary.
    private static func base64(_ content: [UInt8]) -> [[UInt8]] {
        (0..<3).flatMap { before in
            let whole = Base64.digits(of: Array(repeating: 0, count: before) + content)
            let start = [0, 2, 3][before]
            let end = (before + content.count) % 3 == 0 ? whole.count : whole.count - 1
            let part = Array(whole[start..<max(end, start)])
            return [part, part.map(Base64.urlSafe)]
        }
    }
}

/// Base64 without padding.
private enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The digit in the alphabet for addresses.
    static func urlSafe(_ digit: UInt8) -> UInt8 {
        switch digit {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: digit
        }
    }

    static func digits(of bytes: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        var (rest, bits) = (0, 0)
        for byte in bytes {
            (rest, bits) = (rest << 8 | Int(byte), bits + 8)
            while bits >= 6 {
                bits -= 6
                digits.append(alphabet[rest >> bits & 63])
            }
            rest &= (1 << bits) - 1
        }
        if bits > 0 { digits.append(alphabet[rest << (6 - bits) & 63]) }
        return digits
    }
}
