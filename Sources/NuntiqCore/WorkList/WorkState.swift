public import NuntiqModel

/// What people call the place of an invoice in the work list; the raw value stands in the URL.
public enum WorkState: String, Sendable, Hashable, CaseIterable {
    /// Everything that waits for a person's decision.
    case toDo = "todo"
    /// A value or a check.
    case review
    /// Perhaps another invoice again.
    case duplicates
    /// An approval.
    case approval
    /// Nuntiq is at it.
    case processing
    /// A connector may take it.
    case ready
    /// A connector has it.
    case posting
    /// Perhaps posted.
    case doubt
    /// Held back.
    case hold
    /// The ERP did not take it.
    case failed
    /// Rejected by a person.
    case rejected
    /// Withdrawn or cancelled.
    case cancelled
    /// Posted.
    case processed

    /// The statuses it stands for.
    public var statuses: [Status] {
        switch self {
        case .toDo: [.needsReview, .duplicateSuspected, .pendingApproval]
        case .review: [.needsReview]
        case .duplicates: [.duplicateSuspected]
        case .approval: [.pendingApproval]
        case .processing: [.receivedDocument, .extracting, .pendingEnrichment, .enriching]
        case .ready: [.pendingIntegrationFirst, .pendingIntegrationRetry]
        case .posting: [.pendingAcknowledgement, .pendingResult]
        case .doubt: [.integrationInDoubt]
        case .hold: [.integrationOnHold]
        case .failed: [.integrationFailed]
        case .rejected: [.rejected]
        case .cancelled: [.integrationCancelled]
        case .processed: [.processed]
        }
    }

    /// The tab under which an invoice of a status is found.
    public init(of status: Status) {
        self = WorkState.allCases.first { $0 != .toDo && $0.statuses.contains(status) } ?? .processing
    }

    /// Whether it waits for a decision, and so is listed by when it is due.
    var isToDo: Bool {
        switch self {
        case .toDo, .review, .duplicates, .approval: true
        case .processing, .ready, .posting, .doubt, .hold, .failed, .rejected, .cancelled, .processed: false
        }
    }
}

/// How many invoices stand where, and since when.
public struct StateCounts: Sendable, Hashable {
    /// The invoices of a status.
    public struct Count: Sendable, Hashable {
        /// How many.
        public var count: Int64
        /// When the one that stands there longest came there.
        public var oldest: Instant?
        /// How many came there since the moment that was asked for.
        public var recent: Int64

        static func + (left: Count, right: Count) -> Count {
            Count(
                count: left.count + right.count, oldest: [left.oldest, right.oldest].compactMap(\.self).min(),
                recent: left.recent + right.recent)
        }
    }

    var byStatus: [Status: Count]

    static func + (left: StateCounts, right: StateCounts) -> StateCounts {
        StateCounts(byStatus: left.byStatus.merging(right.byStatus, uniquingKeysWith: +))
    }

    /// Of a state.
    public subscript(state: WorkState) -> Count {
        self[state.statuses]
    }

    /// Of several statuses together.
    public subscript(statuses: [Status]) -> Count {
        statuses.reduce(Count(count: 0, oldest: nil, recent: 0)) { sum, status in
            byStatus[status].map { sum + $0 } ?? sum
        }
    }

    /// All that are not rejected, cancelled or processed.
    public var open: Int64 { self[Status.allCases.filter { !$0.isFinal }].count }

    /// All there are.
    public var all: Int64 { self[Status.allCases].count }
}
