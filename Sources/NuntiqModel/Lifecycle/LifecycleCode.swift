/// What a lifecycle message says; the raw value is the code on the wire.
public enum LifecycleCode: String, Sendable, Hashable, CaseIterable, Codable {
    case received = "RECEIVED"
    case duplicateDetected = "DUPLICATE_DETECTED"
    case validationFailed = "VALIDATION_FAILED"
    case validationWarning = "VALIDATION_WARNING"
    case validationInfo = "VALIDATION_INFO"
    case ready = "READY"

    case acknowledged = "ACKNOWLEDGED"
    case inProcess = "IN_PROCESS"
    case matched = "MATCHED"
    case matchFailed = "MATCH_FAILED"
    case underQuery = "UNDER_QUERY"
    case queryResolved = "QUERY_RESOLVED"
    case onHold = "ON_HOLD"
    case holdReleased = "HOLD_RELEASED"
    case pendingApproval = "PENDING_APPROVAL"
    case approved = "APPROVED"
    case approvalRevoked = "APPROVAL_REVOKED"
    case conditionallyAccepted = "CONDITIONALLY_ACCEPTED"
    case accepted = "ACCEPTED"
    case disputed = "DISPUTED"
    case rejected = "REJECTED"

    case paymentScheduled = "PAYMENT_SCHEDULED"
    case paymentInitiated = "PAYMENT_INITIATED"
    case partiallyPaid = "PARTIALLY_PAID"
    case paid = "PAID"
    case paymentFailed = "PAYMENT_FAILED"
    case credited = "CREDITED"
    case cancelled = "CANCELLED"
}

/// The three tiers of lifecycle codes; they filter, and restrict nothing by themselves.
public enum LifecycleTier: Int, Sendable, Hashable, CaseIterable, Codable {
    case intake = 1
    case buyer = 2
    case financial = 3
}

/// The codes of the Peppol Invoice Response (UNCL4343, the subset of BIS 63A).
public enum PeppolResponseCode: String, Sendable, Hashable, CaseIterable, Codable {
    /// Message acknowledgement.
    case acknowledged = "AB"
    /// Accepted.
    case accepted = "AP"
    /// Rejected.
    case rejected = "RE"
    /// In process.
    case inProcess = "IP"
    /// Under query.
    case underQuery = "UQ"
    /// Conditionally accepted.
    case conditionallyAccepted = "CA"
    /// Paid.
    case paid = "PD"
}
