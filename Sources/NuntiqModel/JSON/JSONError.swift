/// Why a text is not the JSON that was expected, and where.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// The text ends inside a value, or is empty.
        case unexpectedEnd
        /// A byte that may not stand there.
        case unexpectedByte(UInt8)
        /// Bytes that are not UTF-8.
        case invalidUTF8
        /// A `\` followed by something that is no escape.
        case invalidEscape
        /// Half of a surrogate pair.
        case loneSurrogate
        /// The character U+0000.
        case nullCharacter
        /// A number by no grammar.
        case invalidNumber
        /// The same key twice with different values.
        case duplicateKey
        /// Nested deeper than the bound.
        case tooDeep(limit: Int)
        /// A string, key or number longer than the bound.
        case tooLong(limit: Int)
        /// More members or elements than the bound.
        case tooMany(limit: Int)
        /// The document is larger than the bound.
        case tooLarge(limit: Int)
    }

    /// What is wrong.
    public let kind: Kind
    /// The byte at which it shows, from 0.
    public let offset: Int
    /// The value in which it shows.
    public let path: JSONPath

    /// Makes an error.
    public init(_ kind: Kind, offset: Int, path: JSONPath) {
        self.kind = kind
        self.offset = offset
        self.path = path
    }

    /// What is wrong, as a sentence without its place.
    public var message: String {
        switch kind {
        case .unexpectedEnd: "The JSON ends too early"
        case .unexpectedByte(let byte): "Unexpected \(Self.name(of: byte))"
        case .invalidUTF8: "The text is not valid UTF-8"
        case .invalidEscape: "A backslash is followed by no valid escape"
        case .loneSurrogate: "A \\u escape holds half of a surrogate pair"
        case .nullCharacter: "The character U+0000 is not allowed"
        case .invalidNumber: "This is not a valid JSON number"
        case .duplicateKey: "The same key stands twice with different values"
        case .tooDeep(let limit): "Nested deeper than \(limit) levels"
        case .tooLong(let limit): "Longer than \(limit) bytes"
        case .tooMany(let limit): "More than \(limit) entries"
        case .tooLarge(let limit): "The JSON without attachments is larger than \(limit) bytes"
        }
    }

    private static func name(of byte: UInt8) -> String {
        (0x21...0x7E).contains(byte)
            ? "character '\(Character(UnicodeScalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    }
}

extension JSONError: CustomStringConvertible {
    /// The message with path and byte offset.
    public var description: String {
        let place = path.steps.isEmpty ? "" : " in \(path)"
        return "\(message)\(place) at byte \(offset)."
    }
}
