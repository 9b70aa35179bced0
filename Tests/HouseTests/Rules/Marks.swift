extension HouseRule {
    /// Words that need a reason beside them.
    static let marks: [HouseRule] = [
        HouseRule(
            name: "@unchecked Sendable without its reason",
            remedy: "Say above it what keeps it safe (which lock, thread or C library)."
        ) { file in
            file.code(holding: "@unchecked", matching: /@unchecked\s+Sendable/).filter { fault in
                !file.comment(above: fault.line).contains(/(?i)sendable|thread|lock|queue|mutex|immutable/)
            }
        },
        HouseRule(name: "mark of unfinished work without its issue", remedy: "Do it, or name the issue: `(#12)`.") {
            file in
            let mark = /\b(?:TODO|FIXME|HACK)\b/
            return file.comments.lines(holding: ["TODO", "FIXME", "HACK"]).compactMap { index in
                let comment = file.comments[index]
                guard comment.contains(mark), !comment.contains(/#\d+/) else { return nil }
                return Fault(line: index + 1, what: comment.trimmed)
            }
        },
    ]
}

extension SourceFile {
    /// The comment on a line and the unbroken comment above its declaration.
    func comment(above line: Int) -> String {
        var first = line - 1
        while first > 0, lines[first - 1].trimmed.hasPrefix("//") || lines[first - 1].trimmed.hasPrefix("@") {
            first -= 1
        }
        return comments[first..<line].joined(separator: "\n")
    }
}
