public import NuntiqModel

extension JSONValue {
    /// Any value, nested at most `depth` levels.
    public static func arbitrary(depth: Int = 4, using random: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2, 3: return .string(arbitraryText(using: &random))
        case 4: return .number(arbitraryNumber(using: &random))
        case 5:
            return .array(
                (0..<Int.random(in: 0..<5, using: &random)).map { _ in arbitrary(depth: depth - 1, using: &random) })
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0..<6, using: &random) {
                object[arbitraryText(using: &random)] = arbitrary(depth: depth - 1, using: &random)
            }
            return .object(object)
        }
    }

    private static func arbitraryText(using random: inout SeededGenerator) -> String {
        let alphabet: [UnicodeScalar] = [
            "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{1}", "\u{1F}", "\u{7F}", "é", "ß", "€", "\u{FFFF}",
            "\u{10FFFF}", "😀", "\u{2028}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<24, using: &random) {
            text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return String(text)
    }

    private static func arbitraryNumber(using random: inout SeededGenerator) -> JSONNumber {
        var text = Bool.random(using: &random) ? "-" : ""
        text += String(UInt32.random(in: 0...99_999, using: &random))
        if Bool.random(using: &random) { text += ".\(UInt32.random(in: 0...9_999, using: &random))0" }
        if Bool.random(using: &random) {
            text += "e\(Bool.random(using: &random) ? "+" : "-")\(UInt8.random(in: 0...40, using: &random))"
        }
        return JSONNumber(text) ?? JSONNumber(Int64(0))
    }
}
