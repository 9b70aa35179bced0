/// The bounds of a submission (`partner-api.md`).
public enum SubmissionLimits {
    /// The most lines of an invoice; taxes, charges, discounts and addresses have the same bound each.
    public static let linesMax = 10_000
    /// The longest text, in characters.
    public static let textCharactersMax = 4_000
    /// The longest `notes`, in characters.
    public static let notesCharactersMax = 32_000
    /// The longest `ext_reference_N`, in characters: they are kept in indexes.
    public static let referenceCharactersMax = 255
    /// The longest file name, in characters.
    public static let fileNameCharactersMax = 255
    /// The most attachments.
    public static let attachmentsMax = 20
    /// The largest attachment, decoded: 50 MiB.
    public static let attachmentBytesMax = 50 << 20
    /// The largest JSON without the content of attachments.
    public static let structuredBytesMax = 16 << 20
    /// The largest body: all of the above, base64 with line breaks.
    public static let bodyBytesMax = attachmentsMax * (attachmentBytesMax * 138 / 100) + structuredBytesMax
    /// The most warnings an answer names.
    public static let warningsMax = 50
    /// The longest `Warning` header, in characters.
    public static let warningHeaderCharactersMax = 200
    /// How long an idempotency key is remembered.
    public static let keyRemembered = Duration.seconds(24 * 60 * 60)
}
