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
        return code.lines(holding: ["func", "init"]).compactMap { index in
            let line = code[index]
            guard let match = line.firstMatch(of: declaration) else { return nil }
            return span(from: index, column: line.utf8.distance(from: line.startIndex, to: match.range.lowerBound))
        }
    }

    private func span(from index: Int, column: Int) -> FunctionSpan? {
        let bytes = code.bytes
        var (line, braces, parentheses) = (index, 0, 0)
        var signature: [UInt8] = []
        for at in (code.start(of: index) + column)..<bytes.count {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                if !signature.isEmpty, braces == 0, parentheses == 0, !continues(line) { return nil }
                continue
            case UInt8(ascii: "("): parentheses += 1
            case UInt8(ascii: ")"): parentheses -= 1
            case UInt8(ascii: "{"): braces += 1
            case UInt8(ascii: "}"): braces -= 1
            default: break
            }
            if braces == 0, byte == UInt8(ascii: "}") {
                let text = String(decoding: signature, as: UTF8.self)
                return FunctionSpan(line: index + 1, lineCount: line - index + 1, signature: text)
            }
            if braces < 0 { return nil }
            if braces == 0 { signature.append(byte) }
        }
        return nil
    }

    /// Whether a line goes on with the declaration of the line before.
    private func continues(_ line: Int) -> Bool {
        let word = code[line].drop { $0 == " " }
        return ["where ", "->", "async", "throws", "{", ")"].contains { word.hasPrefix($0) }
    }
}
