/// An address that may stand in an SMTP command and in a header: `local@host`, without anything that ends either.
public struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    /// `local@host`.
    public let description: String

    /// `nil` for what has not exactly one `@` with something on both sides, or holds a character that ends an address.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isAddress =
            parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.value > 0x20 && !(0x7F...0xA0).contains(scalar.value) && !scalar.properties.isWhitespace
                    && !"<>,;:\"\\()[]".unicodeScalars.contains(scalar)
            }
        guard isAddress else { return nil }
        description = text
    }

    /// What follows the `@`.
    public var host: Substring {
        description.split(separator: "@").last ?? ""
    }
}
