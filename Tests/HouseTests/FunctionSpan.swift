/// A function with a body: its first and last line, counted from its name to its closing brace.
struct FunctionSpan: Sendable {
    /// The line of `func` or `init`, from 1.
    var line: Int
    /// How many lines it takes.
    var lineCount: Int
    /// From `func` to the opening brace.
    var signature: String

    /// Whether it answers a route.
    var isHandler: Bool {
        signature.contains("_ request: Request,")
    }

    /// A breach at its first line.
    var fault: Fault {
        Fault(line: line, what: "\(lineCount) lines: \(signature.prefix { $0 != "(" })")
    }
}

extension SourceFile {
    /// Every function and initialiser that has a body.
    var functions: [FunctionSpan] {
        let declaration = /(?:^|[^.\w])(?:func\s|init[?]?[(<])/
        return code.indices.compactMap { index in
            guard let match = code[index].firstMatch(of: declaration) else { return nil }
            return span(from: index, column: match.range.lowerBound)
        }
    }

    private func span(from index: Int, column: String.Index) -> FunctionSpan? {
        var signature = ""
        var braces = 0
        var parentheses = 0
        for (offset, line) in code[index...].enumerated() {
            let rest = offset == 0 ? line[column...] : line[...]
            if offset > 0, signature != "", braces == 0, parentheses == 0, !continues(rest) { return nil }
            for character in rest {
                switch character {
                case "(": parentheses += 1
                case ")": parentheses -= 1
                case "{": braces += 1
                case "}": braces -= 1
                default: break
                }
                if braces == 0, character == "}" {
                    return FunctionSpan(line: index + 1, lineCount: offset + 1, signature: signature)
                }
                if braces < 0 { return nil }
                if braces == 0 { signature.append(character) }
            }
        }
        return nil
    }

    /// Whether a line goes on with the declaration of the line before.
    private func continues(_ line: Substring) -> Bool {
        let word = line.drop { $0 == " " }
        return ["where ", "->", "async", "throws", "{", ")"].contains { word.hasPrefix($0) }
    }
}
