/// Where an invoice stands; the raw value is the code on the wire and in the database.
///
/// ``transitions`` is the one table of what may follow what.
public enum Status: Int, Sendable, Hashable, CaseIterable, Codable {
    case receivedDocument = 10
    case extracting = 15
    case pendingEnrichment = 20
    case enriching = 30
    case needsReview = 40
    case duplicateSuspected = 45
    case pendingApproval = 50
    case rejected = 60
    case pendingIntegrationFirst = 90
    case pendingIntegrationRetry = 91
    case pendingAcknowledgement = 92
    case pendingResult = 93
    case integrationInDoubt = 95
    case integrationOnHold = 96
    case integrationFailed = 97
    case integrationCancelled = 98
    case processed = 100
}

extension Status {
    /// The stable name on the wire: `PENDING_INTEGRATION_FIRST`.
    public var key: String {
        switch self {
        case .receivedDocument: "RECEIVED_DOCUMENT"
        case .extracting: "EXTRACTING"
        case .pendingEnrichment: "PENDING_ENRICHMENT"
        case .enriching: "ENRICHING"
        case .needsReview: "NEEDS_REVIEW"
        case .duplicateSuspected: "DUPLICATE_SUSPECTED"
        case .pendingApproval: "PENDING_APPROVAL"
        case .rejected: "REJECTED"
        case .pendingIntegrationFirst: "PENDING_INTEGRATION_FIRST"
        case .pendingIntegrationRetry: "PENDING_INTEGRATION_RETRY"
        case .pendingAcknowledgement: "PENDING_ACKNOWLEDGEMENT"
        case .pendingResult: "PENDING_RESULT"
        case .integrationInDoubt: "INTEGRATION_IN_DOUBT"
        case .integrationOnHold: "INTEGRATION_ON_HOLD"
        case .integrationFailed: "INTEGRATION_FAILED"
        case .integrationCancelled: "INTEGRATION_CANCELLED"
        case .processed: "PROCESSED"
        }
    }

    /// The state that integrations see.
    public var group: StatusGroup {
        switch self {
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching: .processing
        case .needsReview, .duplicateSuspected, .pendingApproval: .review
        case .rejected: .rejected
        case .pendingIntegrationFirst, .pendingIntegrationRetry: .pendingIntegration
        case .pendingAcknowledgement: .pendingAcknowledgement
        case .pendingResult: .pendingResult
        case .integrationInDoubt: .integrationInDoubt
        case .integrationOnHold: .onHold
        case .integrationFailed: .integrationFailed
        case .integrationCancelled: .cancelled
        case .processed: .processed
        }
    }

    /// A short name for people.
    public var label: String {
        switch self {
        case .receivedDocument: "Received"
        case .extracting: "Reading"
        case .pendingEnrichment: "Waiting for enrichment"
        case .enriching: "Enriching"
        case .needsReview: "Needs review"
        case .duplicateSuspected: "Duplicate suspected"
        case .pendingApproval: "Waiting for approval"
        case .rejected: "Rejected"
        case .pendingIntegrationFirst: "Ready"
        case .pendingIntegrationRetry: "Ready again"
        case .pendingAcknowledgement: "Claimed"
        case .pendingResult: "Posting"
        case .integrationInDoubt: "In doubt"
        case .integrationOnHold: "On hold"
        case .integrationFailed: "Posting failed"
        case .integrationCancelled: "Cancelled"
        case .processed: "Processed"
        }
    }

    /// What it means, in a sentence.
    public var summary: String {
        switch self {
        case .receivedDocument: "The document is stored and waits to be read."
        case .extracting: "The document is being read."
        case .pendingEnrichment: "The data is known and waits for enrichment."
        case .enriching: "The data is being enriched, validated and matched."
        case .needsReview: "A person must look: a doubtful value, a failed check or an ambiguous match."
        case .duplicateSuspected: "It looks like an invoice that is here already; a person decides."
        case .pendingApproval: "It waits for approval."
        case .rejected: "A person rejected it; the supplier is told why."
        case .pendingIntegrationFirst: "Ready for the ERP, not failed yet."
        case .pendingIntegrationRetry: "Ready for the ERP again after a failure was released."
        case .pendingAcknowledgement: "A connector holds it and has not acknowledged it yet."
        case .pendingResult: "A connector acknowledged it and is posting it."
        case .integrationInDoubt:
            "A connector meant to post it and then fell silent; it is looked up before it is posted."
        case .integrationOnHold: "A person or a rule holds it back."
        case .integrationFailed: "The ERP did not take it; the failure is shown."
        case .integrationCancelled: "It was withdrawn or cancelled."
        case .processed: "It is posted in the ERP."
        }
    }

    /// Whether nothing but a person or `force_override` moves it on: rejected, cancelled, processed.
    public var isFinal: Bool {
        switch self {
        case .rejected, .integrationCancelled, .processed: true
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .pendingIntegrationFirst, .pendingIntegrationRetry, .pendingAcknowledgement,
            .pendingResult, .integrationInDoubt, .integrationOnHold, .integrationFailed:
            false
        }
    }

    /// Whether a connector holds it under a lease.
    public var isLeased: Bool {
        self == .pendingAcknowledgement || self == .pendingResult
    }

    /// Whether its content may not change: leased, in doubt, processed.
    public var isContentImmutable: Bool {
        isLeased || self == .integrationInDoubt || self == .processed
    }
}

/// What integrations call the state of an invoice; several statuses share a group.
public enum StatusGroup: String, Sendable, Hashable, CaseIterable, Codable {
    case processing = "Processing"
    case review = "Review"
    case rejected = "Rejected"
    case pendingIntegration = "PendingIntegration"
    case pendingAcknowledgement = "PendingAcknowledgement"
    case pendingResult = "PendingResult"
    case integrationInDoubt = "IntegrationInDoubt"
    case onHold = "OnHold"
    case integrationFailed = "IntegrationFailed"
    case cancelled = "Cancelled"
    case processed = "Processed"

    /// The statuses of this group, in the order of their codes.
    public var statuses: [Status] {
        Status.allCases.filter { $0.group == self }
    }
}
