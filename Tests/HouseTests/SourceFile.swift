/// A Swift file, taken apart for the house rules.
struct SourceFile: Sendable {
    /// Its path from the package's folder.
    let path: String
    /// Its whole text.
    let text: String
    /// Its lines as they stand.
    let lines: ByteLines
    /// Its lines with comments and the insides of string literals blank.
    let code: ByteLines
    /// Its lines with all but the comments blank.
    let comments: ByteLines
    /// Its string literals.
    let literals: [SwiftLexer.Literal]

    /// Takes a text apart.
    init(path: String, text: String) {
        let lexer = SwiftLexer(text)
        self.path = path
        self.text = text
        lines = ByteLines(Array(text.utf8))
        code = ByteLines(lexer.code)
        comments = ByteLines(lexer.comments)
        literals = lexer.literals
    }

    /// Whether it lies below one of these folders.
    func lies(under folders: String...) -> Bool {
        folders.contains { path.hasPrefix($0 + "/") }
    }

    /// The lines whose code matches; without one of `words` a line cannot.
    func code(holding words: String..., matching pattern: some RegexComponent) -> [Fault] {
        let pattern = pattern.regex.wordBoundaryKind(.simple)
        return code.lines(holding: words).compactMap { index in
            let line = code[index]
            guard let match = try? pattern.firstMatch(in: line) else { return nil }
            return Fault(line: index + 1, what: String(line[match.range]).trimmed)
        }
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
