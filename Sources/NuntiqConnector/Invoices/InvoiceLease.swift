public import NuntiqModel

/// What a leased invoice is handed out for.
public enum LeaseMode: String, Sendable, Hashable {
    /// To be posted.
    case post
    /// An earlier worker may have posted it: look its reference up first.
    case verifyFirst = "verify_first"
}

/// A connector's time-limited lock on an invoice.
public struct InvoiceLease: Sendable, Hashable {
    /// The invoice.
    public let invoiceToken: String
    /// Proves the lease; ``InvoiceLoad`` sends it with every call.
    public let leaseToken: String
    /// When the lease ends unless it is renewed.
    public let expiresAt: Instant
    /// Grows with every claim of this invoice.
    public let fence: Int64
    /// What it is handed out for.
    public let mode: LeaseMode
    /// What an earlier worker was about to post, where the mode is ``LeaseMode/verifyFirst``.
    public let intent: PostingIntent?

    /// Reads a lease as a claim answers it, such as one that an earlier run has kept; `nil` where a member is missing.
    public init?(_ json: JSONValue) {
        guard let invoice = json["invoice_token"]?.string, let lease = json["lease_token"]?.string,
            let expiry = json["lease_expires_at"]?.string.flatMap({ Instant($0) }),
            let fence = json["fence"]?.number?.int, let mode = json["mode"]?.string.flatMap(LeaseMode.init)
        else { return nil }
        invoiceToken = invoice
        leaseToken = lease
        expiresAt = expiry
        self.fence = fence
        self.mode = mode
        intent = json["intent"].flatMap(PostingIntent.init)
    }
}

/// What a worker said it was about to post.
public struct PostingIntent: Sendable, Hashable {
    /// The reference under which the ERP knows the posting.
    public let reference: String
    /// What was to be posted, as its worker told it.
    public let payloadHash: String
    /// How long the push may take, from the request that announced it.
    public let pushTime: Duration

    init?(_ json: JSONValue) {
        guard let reference = json["erp_reference"]?.string, let seconds = json["push_seconds"]?.number?.int
        else { return nil }
        self.reference = reference
        payloadHash = json["payload_hash"]?.string ?? ""
        pushTime = .seconds(seconds)
    }
}
