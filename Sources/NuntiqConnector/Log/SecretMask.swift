import Foundation
import NuntiqModel

/// Cuts the values of secrets out of what is logged, also where they stand encoded.
struct SecretMask: Sendable {
    /// A value shorter than this is no secret but a word that would cut every log to pieces.
    static let lengthMin = 4
    /// A line of a secret of several lines is a secret of its own from this length on, as in private keys.
    static let lineLengthMin = 16

    private let needles: [String]

    init(_ secrets: JSONObject, _ more: [String]) {
        let texts = Self.texts(.object(secrets)) + more
        needles = Set(texts.filter { $0.utf8.count >= Self.lengthMin }.flatMap(Self.forms)).sorted {
            ($1.utf8.count, $0) < ($0.utf8.count, $1)
        }
    }

    /// `text` with `***` in the place of each secret.
    func masked(_ text: String) -> String {
        needles.reduce(text) {
            $0.contains($1) ? $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "***") : $0
        }
    }

    /// `value` with every text in it masked, keys included.
    func masked(_ value: JSONValue) -> JSONValue {
        if let text = value.string { return .string(masked(text)) }
        if let array = value.array { return .array(array.map(masked)) }
        guard let object = value.object else { return value }
        return .object(
            object.members.reduce(into: JSONObject()) { $0[masked($1.key)] = masked($1.value) })
    }

    private static func texts(_ value: JSONValue) -> [String] {
        if let string = value.string {
            let lines = string.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            return [string] + lines.filter { $0.utf8.count >= lineLengthMin }
        }
        if let number = value.number { return [number.text] }
        if let array = value.array { return array.flatMap(texts) }
        return value.object?.members.flatMap { texts($0.value) } ?? []
    }

    private static func forms(of secret: String) -> [String] {
        let json = String(JSONValue.string(secret).serialized().dropFirst().dropLast())
        let ascii = secret.unicodeScalars.map { $0.isASCII ? String($0) : utf16Escapes($0) }.joined()
        let percent = escaped(secret)
        let form = percent.replacing("%20", with: "+")
        let forms = [
            secret, json, json.replacing("/", with: "\\/"), ascii, ascii.uppercasedEscapes, percent,
            percent.lowercasedEscapes, percent.replacing("%2F", with: "/"), form, form.lowercasedEscapes,
        ]
        return (forms + base64(of: secret)).filter { $0.utf8.count >= lengthMin }
    }

    private static func utf16Escapes(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { "\\u" + String(format: "%04x", $0) }.joined()
    }

    /// The secret's part of a longer text in base64: after 0, 1 and 2 other bytes its digits differ.
    private static func base64(of secret: String) -> [String] {
        let bytes = Data(secret.utf8)
        return (0..<3).flatMap { before in
            let encoded = (Data(count: before) + bytes).base64EncodedString().prefix { $0 != "=" }
            // The last digit also depends on what follows, unless the text ends on a boundary.
            let end = (before + bytes.count) % 3 == 0 ? 0 : 1
            let part = String(encoded.dropFirst([0, 2, 3][before]).dropLast(end))
            return [part, part.replacing("+", with: "-").replacing("/", with: "_")]
        }
    }
}

extension String {
    /// Hexadecimal digits of percent escapes are written in both cases.
    fileprivate var lowercasedEscapes: String { replacing(/%[0-9A-F]{2}/) { $0.output.lowercased() } }

    /// Hexadecimal digits of `\u` escapes are written in both cases.
    fileprivate var uppercasedEscapes: String {
        replacing(/\\u[0-9a-f]{4}/) { "\\u" + $0.output.dropFirst(2).uppercased() }
    }
}
