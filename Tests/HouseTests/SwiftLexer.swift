/// Tells code, comments and string literals of a Swift source apart; good for house rules, not for a compiler.
///
/// Code and comments keep the length and the lines of the source: what is not theirs is blank.
struct SwiftLexer {
    private let source: [UInt8]
    private var at = 0
    private var countedTo = 0
    private var lines = 0
    private(set) var code: [UInt8]
    private(set) var comments: [UInt8]
    private(set) var literals: [Literal] = []

    /// A string literal, with `…` for each interpolation.
    struct Literal: Sendable, Hashable {
        /// The line of its opening quote, from 1.
        var line: Int
        /// What stands between the quotes.
        var text: String
    }

    /// Reads a whole source.
    init(_ text: String) {
        source = Array(text.utf8)
        code = source.map { $0 == .newline ? .newline : .space }
        comments = code
        scanCode(insideInterpolation: false)
    }

    private mutating func scanCode(insideInterpolation: Bool) {
        var depth = 0
        while at < source.count {
            switch source[at] {
            case .slash where starts(Self.lineComment): scanComment(until: [.newline])
            case .slash where starts(Self.blockComment): scanComment(until: Self.blockCommentEnd)
            case .slash where opensRegex: scanRegex()
            case .quote: scanString()
            case .hash where starts(Self.rawQuote) || starts(Self.rawerQuote): scanString()
            case let byte:
                if byte == .opening { depth += 1 }
                if byte == .closing { depth -= 1 }
                code[at] = byte
                at += 1
                if insideInterpolation, depth < 0 { return }
            }
        }
    }

    private mutating func scanComment(until end: [UInt8]) {
        while at < source.count, source[at] != end[0] || !starts(end) {
            comments[at] = source[at]
            at += 1
        }
        if end != [.newline] { at = min(at + end.count, source.count) }
    }

    private mutating func scanString() {
        let line = lineOfPlace()
        let hashes = Array(repeating: UInt8.hash, count: source[at...].prefix { $0 == .hash }.count)
        at += hashes.count
        let quotes = starts(Self.longQuote) ? Self.longQuote : [.quote]
        code[at] = .quote
        at += quotes.count
        let (end, interpolation) = (quotes + hashes, [.backslash] + hashes + [.opening])
        var text: [UInt8] = []
        while at < source.count, source[at] != .quote || !starts(end) {
            if quotes.count == 1, source[at] == .newline { break }
            if source[at] == .backslash, starts(interpolation) {
                at += interpolation.count
                scanCode(insideInterpolation: true)
                text += Array("…".utf8)
            } else {
                let length = hashes.isEmpty && source[at] == .backslash ? 2 : 1
                text += source[at..<min(at + length, source.count)]
                at += length
            }
        }
        at = min(at + end.count, source.count)
        literals.append(Literal(line: line, text: String(decoding: text, as: UTF8.self)))
    }

    /// The line of where it reads; strings are met in their order, so each line is counted once.
    private mutating func lineOfPlace() -> Int {
        while countedTo < at {
            if source[countedTo] == .newline { lines += 1 }
            countedTo += 1
        }
        return lines + 1
    }

    /// A slash after an opening bracket, a comma or an equals sign, with another one on its line.
    private var opensRegex: Bool {
        let before = code[..<at].last { $0 != .space && $0 != .newline }
        guard let before, "(,=[{:".utf8.contains(before), at + 1 < source.count, source[at + 1] != .space else {
            return false
        }
        return source[(at + 1)...].prefix { $0 != .newline }.contains(.slash)
    }

    private mutating func scanRegex() {
        at += 1
        while at < source.count, source[at] != .slash, source[at] != .newline {
            at += source[at] == .backslash ? 2 : 1
        }
        at = min(at + 1, source.count)
    }

    private func starts(_ bytes: [UInt8]) -> Bool {
        guard at + bytes.count <= source.count else { return false }
        for index in bytes.indices where source[at + index] != bytes[index] { return false }
        return true
    }

    private static let lineComment = Array("//".utf8)
    private static let blockComment = Array("/*".utf8)
    private static let blockCommentEnd = Array("*/".utf8)
    private static let longQuote = Array("\"\"\"".utf8)
    private static let rawQuote = Array("#\"".utf8)
    private static let rawerQuote = Array("##\"".utf8)
}

extension UInt8 {
    fileprivate static let newline = UInt8(ascii: "\n")
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let hash = UInt8(ascii: "#")
    fileprivate static let slash = UInt8(ascii: "/")
    fileprivate static let backslash = UInt8(ascii: "\\")
    fileprivate static let opening = UInt8(ascii: "(")
    fileprivate static let closing = UInt8(ascii: ")")
}
