/// The text part of a mail: lines of at most 76 columns.
enum WrappedText {
    private static let columns = 76

    /// Breaks long lines at their spaces; what has none, such as an address of a page, stays whole.
    ///
    /// Empty lines at either end go, and of several one stays.
    static func wrap(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let wrapped = wrap(line: line)
            if wrapped == [""], lines.isEmpty || lines.last == "" { continue }
            lines += wrapped
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func wrap(line: Substring) -> [String] {
        guard line.count > columns else { return [String(line)] }
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > columns {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " \(word)"
        }
        return lines + [current]
    }
}
