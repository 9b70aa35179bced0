/// A Swift file, taken apart for the house rules.
struct SourceFile: Sendable {
    /// Its path from the package's folder.
    let path: String
    /// Its whole text.
    let text: String
    /// Its lines as they stand.
    let lines: [String]
    /// Its lines with comments and the insides of string literals blank.
    let code: [String]
    /// Its lines with all but the comments blank.
    let comments: [String]
    /// Its string literals.
    let literals: [SwiftLexer.Literal]

    /// Takes a text apart.
    init(path: String, text: String) {
        let lexer = SwiftLexer(text)
        self.path = path
        self.text = text
        lines = Self.lines(text)
        code = Self.lines(String(decoding: lexer.code, as: UTF8.self))
        comments = Self.lines(String(decoding: lexer.comments, as: UTF8.self))
        literals = lexer.literals
    }

    /// Whether it lies below one of these folders.
    func lies(under folders: String...) -> Bool {
        folders.contains { path.hasPrefix($0 + "/") }
    }

    /// The lines whose code matches.
    func code(matching pattern: some RegexComponent) -> [Fault] {
        let pattern = pattern.regex.wordBoundaryKind(.simple)
        return code.indices.compactMap { index in
            guard let match = try? pattern.firstMatch(in: code[index]) else { return nil }
            return Fault(line: index + 1, what: String(code[index][match.range]).trimmed)
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
