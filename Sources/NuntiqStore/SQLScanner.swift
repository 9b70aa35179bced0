/// Walks over SQL byte by byte and tells code from what stands in quotes or in a `--` comment.
struct SQLScanner {
    private var quote: UInt8?
    private var isComment = false
    private var previous: UInt8 = 0

    /// Takes the next byte; whether it is code.
    mutating func isCode(_ byte: UInt8) -> Bool {
        defer { previous = byte }
        if isComment {
            isComment = byte != UInt8(ascii: "\n")
            return false
        }
        if let open = quote {
            if byte == open { quote = nil }
            return false
        }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
        case UInt8(ascii: "-"): isComment = previous == byte
        default: break
        }
        return true
    }
}
