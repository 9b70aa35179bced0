/// Why an archive is not unpacked.
public enum ZipError: Error, Sendable, Hashable {
    /// It is no ZIP archive, or a broken one.
    case broken(String)
    /// It goes beyond a bound.
    case tooMuch(String)

    /// What is wrong, as a sentence.
    public var message: String {
        switch self {
        case .broken(let what): "The ZIP archive is broken: \(what)."
        case .tooMuch(let what): "The ZIP archive goes beyond a bound: \(what)."
        }
    }
}

/// Bounds that hold an archive that was made to harm.
public struct ZipLimits: Sendable, Hashable {
    /// The most entries.
    public var entries = 1_000
    /// The most bytes of all entries, unpacked.
    public var totalBytes = 500 << 20
    /// The most bytes of one entry, unpacked.
    public var entryBytes = 50 << 20
    /// How many times its packed size an entry may have.
    public var ratio = 100

    /// The bounds of uploads.
    public static let standard = ZipLimits()

    /// The standard bounds.
    public init() {}
}
