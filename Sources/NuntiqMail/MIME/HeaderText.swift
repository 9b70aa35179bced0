/// A text that may stand in a header: one line, whatever it was made of.
///
/// The only way into a header of a ``MailMessage``, so that nobody's name begins a header of its own.
public struct HeaderText: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The text, without control characters and line separators; white space is single spaces.
    public let text: String

    /// Takes any text; what breaks a line becomes a space, other control characters go.
    public init(_ text: String) {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value < 0x20 {
                if let last = kept.last, last != " " { kept.append(" ") }
            } else if !Self.isUnseen(scalar) {
                kept.append(scalar)
            }
        }
        if kept.last == " " { kept.removeLast() }
        self.text = String(kept)
    }

    /// Takes a text of the program.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Control characters, and those that turn the direction of reading: a name must not rewrite the line around it.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
