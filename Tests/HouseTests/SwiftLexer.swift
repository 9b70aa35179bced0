/// Tells code, comments and string literals of a Swift source apart; good for house rules, not for a compiler.
///
/// Code and comments keep the length and the lines of the source: what is not theirs is blank.
struct SwiftLexer {
    private let source: [UInt8]
    private var at = 0
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
            if starts("//") {
                scanComment(until: "\n")
            } else if starts("/*") {
                scanComment(until: "*/")
            } else if source[at] == .quote || starts("#\"") || starts("##\"") {
                scanString()
            } else if source[at] == .slash, opensRegex {
                scanRegex()
            } else {
                if source[at] == .opening { depth += 1 }
                if source[at] == .closing { depth -= 1 }
                code[at] = source[at]
                at += 1
                if insideInterpolation, depth < 0 { return }
            }
        }
    }

    private mutating func scanComment(until end: String) {
        while at < source.count, !starts(end) {
            comments[at] = source[at]
            at += 1
        }
        if end != "\n" { at = min(at + end.utf8.count, source.count) }
    }

    private mutating func scanString() {
        let line = source[..<at].count { $0 == .newline } + 1
        let hashes = String(repeating: "#", count: source[at...].prefix { $0 == .hash }.count)
        at += hashes.count
        let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
        code[at] = .quote
        at += quotes.count
        var text: [UInt8] = []
        while at < source.count, !starts(quotes + hashes) {
            if quotes == "\"", source[at] == .newline { break }
            if starts("\\" + hashes + "(") {
                at += hashes.count + 2
                scanCode(insideInterpolation: true)
                text += Array("…".utf8)
            } else {
                let length = hashes.isEmpty && source[at] == .backslash ? 2 : 1
                text += source[at..<min(at + length, source.count)]
                at += length
            }
        }
        at = min(at + quotes.count + hashes.count, source.count)
        literals.append(Literal(line: line, text: String(decoding: text, as: UTF8.self)))
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

    private func starts(_ text: String) -> Bool {
        source[at...].starts(with: text.utf8)
    }
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
