public import NuntiqModel
public import NuntiqStore

/// A file that waits for the import that names it.
public struct Upload: Sendable, Hashable {
    /// How long it waits; afterwards its token is worth nothing, and a sweep removes it.
    public static let kept = Duration.seconds(24 * 60 * 60)

    /// `document_token` on the wire.
    public let token: Token
    /// The name it came with.
    public let fileName: String
    /// What it is: by its content where that is known, else as sent.
    public let contentType: String
    /// The file.
    public let file: BlobReference
    /// When it came in.
    public let createdAt: Instant

    /// Until when an import may name it.
    public var expiresAt: Instant { createdAt + Self.kept }
}

/// A file that is whole and in the file store, but has no row yet.
public struct ReceivedUpload: Sendable, Hashable {
    let fileName: String
    let contentType: String
    let file: BlobReference
}
