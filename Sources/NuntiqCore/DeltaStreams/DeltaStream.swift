public import NuntiqModel

/// What a connector's cursor over another system's data is.
public enum CursorType: String, Sendable, Hashable, CaseIterable {
    /// A moment; grows.
    case timestampUTC = "timestamp_utc"
    /// A whole number; grows.
    case numericID = "numeric_id"
    /// A text that means something to the other system alone.
    case opaqueToken = "opaque_token"

    /// Whether `text` is a cursor of this type.
    func reads(_ text: String) -> Bool {
        switch self {
        case .timestampUTC: Self.moment(text) != nil
        case .numericID: Int64(text) != nil
        case .opaqueToken: !text.isEmpty
        }
    }

    /// Whether a cursor may go from `old` to `new`: never back; to another one, where nobody knows what back means.
    func advances(from old: String?, to new: String) -> Bool {
        guard reads(new) else { return false }
        guard let old, reads(old) else { return true }
        switch self {
        case .timestampUTC:
            return (Self.moment(old) ?? .init(microseconds: 0)) <= (Self.moment(new) ?? .init(microseconds: 0))
        case .numericID: return (Int64(old) ?? 0) <= (Int64(new) ?? 0)
        case .opaqueToken: return old != new
        }
    }

    /// A time with an offset; without one it is UTC, as the name says; a bare day is its beginning.
    private static func moment(_ text: String) -> Instant? {
        Instant(text) ?? Instant(text + "Z") ?? CalendarDate(text).flatMap { Instant("\($0)T00:00:00Z") }
    }
}

/// Where the latest run of a stream stands.
public enum DeltaStatus: String, Sendable, Hashable, CaseIterable {
    case idle
    case running
    case succeeded
    case failed
}

/// One kind of data that a connector fetches bit by bit, and how far it got.
public struct DeltaStream: Sendable, Hashable {
    /// The connector's instance.
    public let connector: String
    /// The kind of data.
    public let name: String
    /// What the cursor is.
    public var cursorType = CursorType.timestampUTC
    /// Where the latest run stands.
    public var status = DeltaStatus.idle
    /// How far the stream got.
    public var cursor: String?
    /// When it got there.
    public var committedAt: Instant?
    /// When the latest run began.
    public var startedAt: Instant?
    /// When it ended.
    public var completedAt: Instant?
    /// How many records it said it had.
    public var recordsProcessed: Int64?
    /// Why it failed.
    public var errorSummary: String?
    /// What its caller keeps here.
    public var metadata: JSONValue = .object([:])
    /// Names the latest run.
    public var runToken: Token?
    /// When anything of this changed.
    public var updatedAt: Instant?
    /// Who changed it.
    public var updatedBy = ""

    /// A stream that nobody has begun.
    public init(connector: String, name: String) {
        (self.connector, self.name) = (connector, name)
    }

    /// The longest name of a connector or a stream.
    public static let nameCharactersMax = 255
    /// The longest cursor.
    public static let cursorCharactersMax = 1_000

    /// The state on the wire.
    public var wire: JSONValue {
        [
            "connector_name": .string(connector), "stream_name": .string(name),
            "cursor_type": .string(cursorType.rawValue), "status": .string(status.rawValue),
            "committed_cursor_value": cursor.map(JSONValue.string) ?? .null,
            "committed_at_utc": committedAt?.json ?? .null, "started_at_utc": startedAt?.json ?? .null,
            "completed_at_utc": completedAt?.json ?? .null, "records_processed": recordsProcessed?.wire ?? .null,
            "error_summary": errorSummary.map(JSONValue.string) ?? .null, "metadata": metadata,
            "updated_at_utc": updatedAt?.json ?? .null,
            "updated_by": updatedBy.isEmpty ? .null : .string(updatedBy),
        ]
    }
}

/// Why a call about a stream was refused.
public enum DeltaStreamError: UserFacingError, Hashable {
    /// Nobody has begun it.
    case unknown
    /// The type of the cursor is none of the three.
    case cursorTypeUnknown(String)
    /// The cursor is not of its type, or would go back.
    case cursorRegression(CursorType, from: String?, to: String)
    /// A reset without its reason, or to something that is no cursor.
    case resetInvalid(String)
    /// A later run took the place of the one that speaks.
    case runReplaced

    /// The stable machine code.
    public var code: String {
        switch self {
        case .unknown: "delta_stream_not_found"
        case .cursorTypeUnknown: "invalid_cursor_type"
        case .cursorRegression: "CURSOR_REGRESSION"
        case .resetInvalid: "invalid_reset"
        case .runReplaced: "run_replaced"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .unknown: "Nobody has begun this stream."
        case .cursorTypeUnknown(let text): "There is no cursor_type “\(text)”."
        case .cursorRegression(let type, let old, let new):
            "The \(type.rawValue) cursor does not go from “\(old ?? "")” to “\(new)”."
        case .resetInvalid(let message): message
        case .runReplaced: "A later begin took the place of this run."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .unknown: "Begin a run first."
        case .cursorTypeUnknown: "Possible are \(CursorType.allCases.map(\.rawValue).joined(separator: ", "))."
        case .cursorRegression: "Nothing was changed; a reset moves a cursor back."
        case .resetInvalid: ""
        case .runReplaced: "Stop: the cursor belongs to the later run."
        }
    }
}
