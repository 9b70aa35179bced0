/// What is known of every lifecycle code: how it is shown, who sees it, what it means to others.
public enum LifecycleCatalogue {
    /// One code of the catalogue.
    public struct Entry: Sendable, Hashable {
        /// The code.
        public let code: LifecycleCode
        /// Its tier.
        public let tier: LifecycleTier
        /// A short name for people.
        public let label: String
        /// What it says, in a sentence that a supplier understands.
        public let description: String
        /// Whether the supplier sees it, unless the tenant says otherwise.
        public let isPortalVisible: Bool
        /// Whether the supplier gets an email, unless the tenant says otherwise.
        public let isEmailed: Bool
        /// The Peppol Invoice Response that says the same; `nil` when none does.
        public let peppol: PeppolResponseCode?
    }

    /// Every code, in the order of the tiers.
    public static let entries: [Entry] = LifecycleCode.allCases.map(entry)

    /// What is known of a code.
    public static func entry(of code: LifecycleCode) -> Entry {
        Entry(
            code: code,
            tier: code.tier,
            label: code.label,
            description: code.summary,
            isPortalVisible: !hiddenFromSuppliers.contains(code),
            isEmailed: emailed.contains(code),
            peppol: code.peppol
        )
    }

    /// The codes of a tier.
    public static func codes(of tier: LifecycleTier) -> [LifecycleCode] {
        LifecycleCode.allCases.filter { $0.tier == tier }
    }

    /// Notes of validation and of the inner workings of matching and approval.
    private static let hiddenFromSuppliers: Set<LifecycleCode> = [
        .validationWarning, .validationInfo, .matched, .matchFailed, .pendingApproval, .approvalRevoked,
    ]

    /// What a supplier must act on, or waits for.
    private static let emailed: Set<LifecycleCode> = [
        .duplicateDetected, .validationFailed, .underQuery, .disputed, .rejected, .paid, .paymentFailed, .cancelled,
    ]
}

extension LifecycleCode {
    /// The tier.
    public var tier: LifecycleTier {
        switch self {
        case .received, .duplicateDetected, .validationFailed, .validationWarning, .validationInfo, .ready: .intake
        case .acknowledged, .inProcess, .matched, .matchFailed, .underQuery, .queryResolved, .onHold, .holdReleased,
            .pendingApproval, .approved, .approvalRevoked, .conditionallyAccepted, .accepted, .disputed, .rejected:
            .buyer
        case .paymentScheduled, .paymentInitiated, .partiallyPaid, .paid, .paymentFailed, .credited, .cancelled:
            .financial
        }
    }

    /// The Peppol Invoice Response that says the same.
    ///
    /// `PD` also answers a payment under way: BIS 63A uses it once the buyer has started to pay.
    var peppol: PeppolResponseCode? {
        switch self {
        case .received, .acknowledged: .acknowledged
        case .inProcess, .queryResolved, .holdReleased: .inProcess
        case .underQuery, .disputed, .onHold: .underQuery
        case .conditionallyAccepted: .conditionallyAccepted
        case .approved, .accepted: .accepted
        case .rejected, .duplicateDetected, .validationFailed: .rejected
        case .paymentInitiated, .partiallyPaid, .paid: .paid
        case .validationWarning, .validationInfo, .ready, .matched, .matchFailed, .pendingApproval, .approvalRevoked,
            .paymentScheduled, .paymentFailed, .credited, .cancelled:
            nil
        }
    }
}
