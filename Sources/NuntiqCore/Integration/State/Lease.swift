public import NuntiqModel

/// A connector's time-limited lock on an invoice.
public struct Lease: Sendable, Hashable {
    /// When it was taken.
    public let startedAt: Instant
    /// The first moment at which it is over.
    public internal(set) var endsAt: Instant
    /// The status of the invoice from ``endsAt`` on, if nothing happens before.
    public internal(set) var lapseStatus: Status
}

/// In which mode an invoice is handed out.
public enum HandoutMode: String, Sendable, Hashable, CaseIterable {
    /// To be posted.
    case post
    /// Perhaps posted already: to be looked up in the ERP first.
    case verifyFirst = "verify_first"
}
