/// Writes header fields: folded at 76 columns, what is not ASCII as encoded words.
///
/// - Source: RFC 5322 section 2.2.3; RFC 2047 (`B` encoding, words of at most 75 characters, no character cut in two).
enum HeaderField {
    private static let columns = 76

    /// `Name: text`, folded, without the line end.
    static func unstructured(_ name: String, _ text: HeaderText) -> String {
        let words = isPlain(text.text) ? text.text.split(separator: " ").map(String.init) : encodedWords(text.text)
        return folded(name, words)
    }

    /// `Name: "display name" <address>`, folded, without the line end.
    static func mailbox(_ name: String, _ display: HeaderText, _ address: MailAddress) -> String {
        folded(name, phrase(display.text) + ["<\(address)>"])
    }

    /// `Name: value` in one line; for values that no reader wants folded, such as a message id.
    static func verbatim(_ name: String, _ value: HeaderText) -> String {
        "\(name): \(value.text)"
    }

    private static func folded(_ name: String, _ words: [String]) -> String {
        var lines: [String] = []
        var line = "\(name):"
        for word in words {
            if line.utf8.count + 1 + word.utf8.count > columns, line != "\(name):" {
                lines.append(line)
                line = ""
            }
            line += " " + word
        }
        return (lines + [line]).joined(separator: "\r\n")
    }

    /// A display name: as it is where it is harmless, else quoted, else encoded.
    private static func phrase(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        guard isPlain(text) else { return encodedWords(text) }
        let isAtoms = text.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: " ") }
        if isAtoms { return text.split(separator: " ").map(String.init) }
        return ["\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""]
    }

    /// Printable ASCII that no reader takes for an encoded word, in words that fit a line.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && text.split(separator: " ").allSatisfy { $0.utf8.count <= columns }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// `=?utf-8?B?…?=` words; 42 bytes of text are 56 letters, 68 with what stands around them.
    private static func encodedWords(_ text: String) -> [String] {
        var pieces: [[UInt8]] = [[]]
        for character in text.unicodeScalars {
            let bytes = Array(String(character).utf8)
            if (pieces.last?.count ?? 0) + bytes.count > 42 { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return pieces.map { "=?utf-8?B?\(Base64.encode($0))?=" }
    }
}
