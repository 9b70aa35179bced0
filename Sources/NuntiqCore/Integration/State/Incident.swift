public import NuntiqModel

/// Something at the top of the work list until a person has looked at it.
public struct Incident: Sendable, Hashable {
    /// What kind of trouble it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A success was refused because another posting is recorded: perhaps posted twice.
        case doublePostingSuspected = "DOUBLE_POSTING_SUSPECTED"
        /// A success came for an invoice that was rejected or cancelled.
        case postedAfterClose = "POSTED_AFTER_CLOSE"
        /// Its leases lapse again and again, with a posting in doubt.
        case leaseLapsedRepeatedly = "LEASE_LAPSED_REPEATEDLY"
    }

    /// What kind of trouble it is.
    public let kind: Kind
    /// What a person needs to know.
    public let detail: JSONObject
}
