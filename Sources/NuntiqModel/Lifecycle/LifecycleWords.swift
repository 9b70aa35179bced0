extension LifecycleCode {
    /// A short name for people; those of the intake tier are the documented ones.
    public var label: String {
        switch self {
        case .received: "Received"
        case .duplicateDetected: "Duplicate Invoice Detected"
        case .validationFailed: "Validation Failed"
        case .validationWarning: "Validation Warning"
        case .validationInfo: "Validation Info"
        case .ready: "Ready for Integration"
        case .acknowledged: "Acknowledged"
        case .inProcess: "In Process"
        case .matched: "Matched"
        case .matchFailed: "Match Failed"
        case .underQuery: "Under Query"
        case .queryResolved: "Query Resolved"
        case .onHold: "On Hold"
        case .holdReleased: "Hold Released"
        case .pendingApproval: "Pending Approval"
        case .approved: "Approved"
        case .approvalRevoked: "Approval Revoked"
        case .conditionallyAccepted: "Conditionally Accepted"
        case .accepted: "Accepted"
        case .disputed: "Disputed"
        case .rejected: "Rejected"
        case .paymentScheduled: "Payment Scheduled"
        case .paymentInitiated: "Payment Initiated"
        case .partiallyPaid: "Partially Paid"
        case .paid: "Paid"
        case .paymentFailed: "Payment Failed"
        case .credited: "Credited"
        case .cancelled: "Cancelled"
        }
    }

    /// What it says, in a sentence that a supplier understands.
    var summary: String {
        switch self {
        case .received: "The invoice has arrived."
        case .duplicateDetected: "The invoice looks like one that was received before."
        case .validationFailed: "The invoice has errors that must be fixed before it can be processed."
        case .validationWarning: "The invoice has something unusual that does not stop it."
        case .validationInfo: "A note from the checks of the invoice."
        case .ready: "The invoice passed all checks and waits to be posted."
        case .acknowledged: "The buyer confirms that the invoice is known."
        case .inProcess: "The buyer is working on the invoice."
        case .matched: "The invoice agrees with the purchase order and the receipts."
        case .matchFailed: "The invoice does not agree with the purchase order or the receipts."
        case .underQuery: "The buyer has a question before going on."
        case .queryResolved: "The buyer's question is answered."
        case .onHold: "The buyer holds the invoice back for now."
        case .holdReleased: "The invoice is no longer held back."
        case .pendingApproval: "The invoice waits for approval."
        case .approved: "The invoice is approved."
        case .approvalRevoked: "An approval was taken back."
        case .conditionallyAccepted: "The invoice is accepted under conditions that the note names."
        case .accepted: "The invoice is posted in the buyer's books."
        case .disputed: "The buyer disputes the invoice or a part of it."
        case .rejected: "The invoice was rejected; the note says why."
        case .paymentScheduled: "The payment has a date."
        case .paymentInitiated: "The payment is under way."
        case .partiallyPaid: "A part of the invoice is paid."
        case .paid: "The invoice is paid."
        case .paymentFailed: "The payment failed or was returned."
        case .credited: "The invoice was credited."
        case .cancelled: "The invoice was withdrawn or cancelled."
        }
    }
}
