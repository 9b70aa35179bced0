public import NuntiqModel

/// What a supplier is told of where an invoice stands: never what happens inside, never what an ERP says.
///
/// The raw value is `status_group` on the wire.
public enum SupplierStatus: String, Sendable, Hashable, CaseIterable {
    /// It has arrived and runs through the checks.
    case received = "Received"
    /// The customer looks at it.
    case inReview = "InReview"
    /// The supplier must correct or answer something.
    case actionNeeded = "ActionNeeded"
    /// The customer does not take it; why stands in `to_fix`.
    case rejected = "Rejected"
    /// It was taken back, or cancelled by the customer.
    case withdrawn = "Withdrawn"
    /// It passed every check and waits to be booked.
    case approved = "Approved"
    /// It is being booked.
    case inProcess = "InProcess"
    /// It is in the customer's books.
    case booked = "Booked"
    /// It is paid.
    case paid = "Paid"

    /// The words that people read.
    public var label: String {
        switch self {
        case .received: "Received"
        case .inReview: "In review"
        case .actionNeeded: "Action needed"
        case .rejected: "Rejected"
        case .withdrawn: "Withdrawn"
        case .approved: "Approved"
        case .inProcess: "In process"
        case .booked: "Booked"
        case .paid: "Paid"
        }
    }
}

extension SupplierStatus {
    /// What a supplier sees of an invoice at `status` with such a past.
    ///
    /// `heldFrom` is where an invoice on hold goes back to. A payment counts wherever the posting stands; a question of
    /// the customer does until the invoice is closed.
    public init(_ status: Status, heldFrom: Status? = nil, _ past: SupplierPast) {
        switch status {
        case .rejected: self = .rejected
        case .integrationCancelled: self = .withdrawn
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .pendingIntegrationFirst, .pendingIntegrationRetry, .pendingAcknowledgement,
            .pendingResult, .integrationInDoubt, .integrationOnHold, .integrationFailed, .processed:
            if past.isPaid {
                self = .paid
            } else if past.isQuestionOpen, status != .processed {
                self = .actionNeeded
            } else {
                self = Self.open(status, heldFrom, past)
            }
        }
    }

    private static func open(_ status: Status, _ heldFrom: Status?, _ past: SupplierPast) -> SupplierStatus {
        switch status {
        case .receivedDocument, .extracting, .pendingEnrichment: .received
        case .needsReview: past.needsFix ? .actionNeeded : .inReview
        case .enriching, .duplicateSuspected, .pendingApproval: .inReview
        case .integrationOnHold: heldFrom == .integrationInDoubt ? .inProcess : .inReview
        case .pendingIntegrationFirst, .pendingIntegrationRetry: .approved
        case .pendingAcknowledgement, .pendingResult, .integrationInDoubt, .integrationFailed: .inProcess
        case .processed: .booked
        case .rejected: .rejected
        case .integrationCancelled: .withdrawn
        }
    }
}

/// What of an invoice's past decides what its supplier is told.
public struct SupplierPast: Sendable, Hashable {
    /// It is in review because a check failed, and nobody has taken it up since.
    public var needsFix = false
    /// The customer asked something and has not got its answer.
    public var isQuestionOpen = false
    /// The last that was said of its payment is that it is paid.
    public var isPaid = false

    /// Nothing has happened yet.
    public init() {}

    /// The lifecycle codes that it is made of.
    static let codes: [LifecycleCode] = [
        .validationFailed, .underQuery, .queryResolved, .paid, .partiallyPaid, .paymentFailed,
    ]

    /// Goes on with one event: its code, or `nil` for a change into review that is none of ``codes``.
    mutating func add(_ code: LifecycleCode?) {
        switch code {
        case .validationFailed?: needsFix = true
        case .underQuery?: isQuestionOpen = true
        case .queryResolved?: isQuestionOpen = false
        case .paid?: isPaid = true
        case .partiallyPaid?, .paymentFailed?: isPaid = false
        case nil: needsFix = false
        case .received?, .duplicateDetected?, .validationWarning?, .validationInfo?, .ready?, .acknowledged?,
            .inProcess?, .matched?, .matchFailed?, .onHold?, .holdReleased?, .pendingApproval?, .approved?,
            .approvalRevoked?, .conditionallyAccepted?, .accepted?, .disputed?, .rejected?, .paymentScheduled?,
            .paymentInitiated?, .credited?, .cancelled?:
            break
        }
    }
}
