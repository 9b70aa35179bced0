/// What an SMTP server answered to a command.
///
/// - Source: RFC 5321, section 4.2.1 (the first digit says whether the command succeeded, may succeed later, or never).
public struct ReplyCode: Sendable, Hashable {
    /// What the sender does next.
    public enum Meaning: Sendable, Hashable {
        /// The command went well, or the server waits for more.
        case positive
        /// The same may go well later: try again.
        case temporary
        /// The same will fail again: give up.
        case permanent
    }

    /// Three digits, 200 to 599.
    public let number: Int

    /// `nil` for a number that no server may answer.
    public init?(_ number: Int) {
        guard (200...599).contains(number) else { return nil }
        self.number = number
    }

    /// From the first digit.
    public var meaning: Meaning {
        switch number {
        case ..<400: .positive
        case ..<500: .temporary
        default: .permanent
        }
    }
}
