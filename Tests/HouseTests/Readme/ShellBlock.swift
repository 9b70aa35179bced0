/// A block of shell commands in a Markdown page: fenced and marked `sh`.
///
/// Blocks with another mark (`console`, `json`, none) show something and are not run.
struct ShellBlock: Hashable {
    /// The line of its first command, from 1.
    var line: Int
    /// Its commands.
    var text: String

    /// Every shell block of a page, in order.
    static func all(in page: String) -> [ShellBlock] {
        var blocks: [ShellBlock] = []
        var open: ShellBlock?
        var isInOther = false
        for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line == "```sh", open == nil, !isInOther {
                open = ShellBlock(line: index + 2, text: "")
            } else if line.hasPrefix("```") {
                if let block = open { blocks.append(block) } else { isInOther.toggle() }
                open = nil
            } else {
                open?.text += line + "\n"
            }
        }
        return blocks
    }
}
