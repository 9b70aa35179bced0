public import NuntiqModel

/// One thing that happened: a lifecycle message (when it has a ``code``) and an audit entry in one row.
///
/// Rows are never changed, apart from ``recordedAt``, which the sequencer gives once.
public struct EventRecord: Sendable, Hashable {
    /// The tenant whose timeline it stands on.
    public var tenant: TenantID
    /// What it happened to: the 16 bytes of an invoice token, or of another thing's id.
    public var subject: [UInt8]
    /// What happened, in the words of the code base.
    ///
    /// Such as `submitted`, `status_changed`, `message`, `claimed` or `key_issued`.
    public var kind: String
    /// The lifecycle code, or empty: then no client sees it on a timeline.
    public var code: String
    /// `NUNTIQ`, `EXTERNAL_API` or `MANUAL_USER`.
    public var source: String
    /// `SYSTEM`, `API_CLIENT` or `USER`.
    public var actorType: String
    /// The id of who did it, or empty.
    public var actorID: String
    /// The name of who did it, shown to people.
    public var actorName: String
    /// When it happened, by who says so.
    public var occurredAt: Instant
    /// Statuses before and after, or -1 when no status changed.
    public var fromStatus: Int
    /// The status after.
    public var toStatus: Int
    /// The folded `ext_reference_1…5` of the invoice at the time of writing; empty where there is none.
    public var references: [String]
    /// Everything else as one JSON object (notes, reference, reasons, lease, result …).
    public var payload: String

    /// Makes an event; ``references`` are exactly five.
    public init(
        tenant: TenantID, subject: [UInt8], kind: String, code: String = "", source: String = "NUNTIQ",
        actorType: String = "SYSTEM", actorID: String = "", actorName: String = "", occurredAt: Instant,
        fromStatus: Int = -1, toStatus: Int = -1, references: [String] = ["", "", "", "", ""], payload: String = "{}"
    ) {
        self.tenant = tenant
        self.subject = subject
        self.kind = kind
        self.code = code
        self.source = source
        self.actorType = actorType
        self.actorID = actorID
        self.actorName = actorName
        self.occurredAt = occurredAt
        self.fromStatus = fromStatus
        self.toStatus = toStatus
        self.references = references
        self.payload = payload
    }
}
