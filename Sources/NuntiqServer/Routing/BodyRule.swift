/// What a route takes as a body; refused by its head where possible.
public enum BodyRule: Sendable, Hashable {
    /// None; one that comes is read away when small, else the connection ends.
    case none
    /// JSON of at most so many bytes, as a whole in memory; none at all is fine where `optional`.
    case json(bytesMax: Int, optional: Bool)
    /// JSON that the handler reads in chunks, counted against the bytes in flight.
    case jsonStream(bytesMax: Int)
    /// `multipart/form-data` that the handler reads in chunks, counted against the bytes in flight.
    case multipart(bytesMax: Int)
    /// The form of a page, as a whole in memory.
    case form(bytesMax: Int)

    /// A JSON body of at most 256 KB, which is ample for commands.
    public static let json = BodyRule.json(bytesMax: 256 * 1024, optional: false)
    /// The form of a page of the usual size.
    static let form = BodyRule.form(bytesMax: Form.bytesMax)

    /// The largest body; 0 where none is expected.
    public var bytesMax: Int {
        switch self {
        case .none: 0
        case .json(let bytesMax, _), .jsonStream(let bytesMax), .multipart(let bytesMax), .form(let bytesMax): bytesMax
        }
    }

    /// The media type that must be sent; `nil` where no body is expected.
    public var mediaType: String? {
        switch self {
        case .none: nil
        case .json, .jsonStream: "application/json"
        case .multipart: "multipart/form-data"
        case .form: "application/x-www-form-urlencoded"
        }
    }

    /// Whether the body is counted against the bytes in flight of tenant and node.
    var isCounted: Bool {
        switch self {
        case .none, .json, .form: false
        case .jsonStream, .multipart: true
        }
    }

    /// Whether a request without a body is an error.
    var isRequired: Bool {
        switch self {
        case .none: false
        case .json(_, let optional): !optional
        case .jsonStream, .multipart, .form: true
        }
    }
}
