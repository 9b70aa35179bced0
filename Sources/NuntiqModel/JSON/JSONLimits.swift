/// Bounds that ``JSONReader`` holds, so that a document of any size needs a known amount of memory.
public struct JSONLimits: Sendable, Hashable {
    /// The deepest nesting of objects and arrays.
    public var depth = 8
    /// The longest string, in bytes of UTF-8; spilled strings are bounded by who takes them.
    public var stringBytes = 160_000
    /// The longest key, in bytes of UTF-8.
    public var keyBytes = 512
    /// The longest number, in characters.
    public var numberBytes = 512
    /// The most members of one object.
    public var members = 1_000
    /// The most elements of one array.
    public var elements = 100_000
    /// The whole document without spilled strings, in bytes.
    public var totalBytes = 16_777_216

    /// The bounds of a request.
    public static let standard = JSONLimits()
    /// The bounds of a document that we wrote ourselves: nesting 64, the rest so wide that only memory is guarded.
    public static let trusted = {
        var limits = JSONLimits(depth: 64, stringBytes: 1 << 28, totalBytes: 1 << 30)
        limits.keyBytes = 1 << 16
        limits.members = 1 << 24
        limits.elements = 1 << 24
        return limits
    }()

    /// Makes bounds; what is not named stays as it is for requests.
    public init(depth: Int = 8, stringBytes: Int = 160_000, totalBytes: Int = 16_777_216) {
        self.depth = depth
        self.stringBytes = stringBytes
        self.totalBytes = totalBytes
    }
}
