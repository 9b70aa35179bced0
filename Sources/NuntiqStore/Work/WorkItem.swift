public import NuntiqModel

/// Something that must happen after a commit: written in the same transaction as its cause.
public struct WorkItem: Sendable, Hashable {
    /// Whose it is; no tenant's backlog holds up another's.
    public var tenant: TenantID
    /// Names the handler, such as `validate`.
    public var kind: String
    /// What it is about: the 16 bytes of an invoice token, or of another thing's id.
    public var subject: [UInt8]
    /// Everything else the handler needs, as one JSON object.
    public var payload: String
    /// When it may begin, or `nil` for at once.
    public var dueAt: Instant?

    /// Makes an item.
    public init(
        tenant: TenantID, kind: String, subject: [UInt8] = [], payload: String = "{}", dueAt: Instant? = nil
    ) {
        self.tenant = tenant
        self.kind = kind
        self.subject = subject
        self.payload = payload
        self.dueAt = dueAt
    }
}

/// An item that a worker has taken: its own until ``leaseEnd``.
public struct TakenWork: Sendable, Hashable {
    /// What must happen.
    public let item: WorkItem
    /// The item's number.
    public let id: Int64
    /// When the item is anyone's again; with ``id`` it is the fence that completing it proves.
    public let leaseEnd: Instant
    /// How often it was taken, this time included.
    public let attempts: Int
    /// What went wrong the last time, or empty.
    public let lastError: String
}

/// What became of an item; ``WorkQueue`` makes it so in the handler's own transaction.
public enum WorkOutcome: Sendable, Hashable {
    /// It has happened: the item is gone.
    case done
    /// Not yet: again after a time, by default growing with the attempts; parked after the last attempt.
    case retry(after: Duration? = nil, reason: String)
    /// It cannot happen by itself: the item waits in the visible list for a person.
    case park(reason: String)
}

/// How one kind of item is worked.
public enum WorkHandler: Sendable {
    /// Only the database: the effect and the item's end are one commit, shared with other items where possible.
    case inTransaction(@Sendable (TakenWork, any Transaction) throws -> WorkOutcome)
    /// Something outside first (a mail, a file); the closure it returns stores the result and ends the item in one
    /// commit. A crash between the two repeats the outside part, which must bear that.
    case outside(@Sendable (TakenWork) async throws -> @Sendable (any Transaction) throws -> WorkOutcome)
}
