/// A posting that the ERP has.
public struct Posting: Sendable, Hashable {
    /// What the ERP calls it, one to three names; none when the ERP has no name for it.
    public let ids: [String]
    /// What the ERP said, at most three texts.
    public let messages: [String]

    /// The first name.
    public var id: String { ids.first ?? "" }

    /// Names a posting; `moreIDs` holds at most two.
    public init(id: String, message: String? = nil, moreIDs: [String] = [], moreMessages: [String] = []) {
        ids = [id] + moreIDs
        messages = (message.map { [$0] } ?? []) + moreMessages
    }
}

/// What a push is given: the reference to post under, and the time it may take.
public struct Push: Sendable {
    /// Under this the ERP must know the posting.
    public let reference: String
    let deadline: ContinuousClock.Instant
    let environment: ConnectorEnvironment

    /// What is left: the time limit of every call to the ERP; at zero nothing may be sent any more.
    public var timeLeft: Duration { max(.zero, deadline - environment.monotonic()) }

    /// Ask right before a request leaves, after everything that can wait: also before the second try of a loop.
    ///
    /// - Throws: ``PushTimeOver``, as in a process that was paused; the reference is looked up then.
    public func checkTime() throws(PushTimeOver) {
        guard timeLeft > .zero else { throw PushTimeOver() }
    }
}

/// The time of a push is over, which does not say that nothing was sent: an earlier try may have arrived.
public struct PushTimeOver: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is the matter.
    public var description: String { "the time for the push was over" }
}

/// Thrown by a push when the ERP said no and has posted nothing: the invoice goes to 97 with this code.
public struct PostingRefused: Error, Sendable, Hashable {
    /// Stays the same for the same reason.
    public let code: String
    /// For people.
    public let message: String

    /// Makes a refusal.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

/// Thrown by a push when the ERP refused because it has the reference already: reported as a success under that id.
public struct AlreadyPosted: Error, Sendable, Hashable {
    /// What the ERP has.
    public let posting: Posting

    /// Names what the ERP has.
    public init(_ posting: Posting) {
        self.posting = posting
    }
}

/// Thrown by a push that failed before anything left for the ERP, such as a refused connection.
///
/// The invoice goes back into the queue; the error is thrown on.
public struct NothingSent: Error, Sendable, Hashable {
    /// What went wrong.
    public let reason: String

    /// Makes it from what went wrong.
    public init(_ reason: String) {
        self.reason = reason
    }
}

/// Nobody knows yet whether the ERP has it: the invoice is at 95, and is looked up before anyone posts it again.
public struct PostingInDoubt: Error, Sendable, Hashable, CustomStringConvertible {
    /// The invoice.
    public let invoiceToken: String
    /// Under this the ERP may know it.
    public let reference: String
    /// What happened.
    public let reason: String

    /// The invoice, its reference and what happened.
    public var description: String { "Whether \(reference) is in the ERP is not known (\(invoiceToken)): \(reason)" }
}

/// How ``InvoiceLoad/postOnce(_:reference:payloadHash:pushTime:settleTime:refusesKnown:find:post:)`` ended.
public enum PostOutcome: Sendable, Hashable {
    /// It was posted now.
    case posted(Posting)
    /// The ERP had it already.
    case foundPosted(Posting)
    /// The ERP refused it.
    case refused(PostingRefused)
}
