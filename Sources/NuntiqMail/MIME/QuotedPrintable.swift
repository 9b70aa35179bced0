/// Text as lines of ASCII that no relay changes.
///
/// - Source: RFC 2045, section 6.7.
enum QuotedPrintable {
    private static let columns = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// The encoded text; every line ends in CRLF, whatever ended it before.
    static func encode(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines.last == "" ? lines.dropLast() : lines {
            append(Array(line.utf8), to: &out)
            out += [13, 10]
        }
        return out
    }

    private static func append(_ line: [UInt8], to out: inout [UInt8]) {
        var column = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isBlank(byte) && !isLast
            let width = isPlain ? 1 : 3
            // A soft break needs a column of its own, unless the line ends here.
            if column + width > (isLast ? columns : columns - 1) {
                out += [UInt8(ascii: "="), 13, 10]
                column = 0
            }
            out += isPlain ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            column += width
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == 9
    }
}
