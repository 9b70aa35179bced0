import NuntiqModel

/// A status as people see it: glyph, word, and the colour that it is worth.
struct StatusBadge: Sendable {
    let word: String
    let icon: String
    let style: String
    let code: Int

    init(_ status: Status) {
        (word, icon, style) = status.badge
        code = status.rawValue
    }

    /// The same with another word for what is the matter.
    init(_ status: Status, word: String) {
        self.init(word: word, icon: status.badge.icon, style: status.badge.style, code: status.rawValue)
    }

    init(word: String, icon: String, style: String, code: Int) {
        (self.word, self.icon, self.style, self.code) = (word, icon, style, code)
    }
}

extension Status {
    fileprivate var badge: (word: String, icon: String, style: String) {
        switch self {
        case .receivedDocument: ("Received", "s-processing", "processing")
        case .extracting: ("Reading", "s-processing", "processing")
        case .pendingEnrichment, .enriching: ("Enriching", "s-processing", "processing")
        case .needsReview: ("Needs review", "s-review", "review")
        case .duplicateSuspected: ("Duplicate suspected", "s-duplicate", "review")
        case .pendingApproval: ("Needs approval", "s-approval", "review")
        case .rejected: ("Rejected", "s-rejected", "off")
        case .pendingIntegrationFirst: ("Ready", "s-ready", "flow")
        case .pendingIntegrationRetry: ("Ready again", "s-retry", "flow")
        case .pendingAcknowledgement: ("Handed out", "s-leased", "flow")
        case .pendingResult: ("Posting", "s-pushing", "flow")
        case .integrationInDoubt: ("Posting in doubt", "s-doubt", "indoubt")
        case .integrationOnHold: ("On hold", "s-hold", "")
        case .integrationFailed: ("Posting failed", "s-failed", "failed")
        case .integrationCancelled: ("Cancelled", "s-cancelled", "off")
        case .processed: ("Processed", "s-processed", "done")
        }
    }
}
