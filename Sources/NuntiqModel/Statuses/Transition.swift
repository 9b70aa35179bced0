/// One row of the table of transitions: a legal change of an invoice's status.
public struct Transition: Sendable, Hashable {
    /// The status before; `nil` for a new invoice.
    public let from: Status?
    /// The status after; the same one when only details change.
    public let to: Status
    /// What makes it happen.
    public let trigger: Trigger
    /// Who may make it happen.
    public let by: Set<Initiator>
    /// What must hold besides, in words; empty when nothing.
    public let guardWords: String
    /// The lifecycle messages written with it, in order.
    public let writes: [LifecycleCode]

    /// Who starts a transition.
    public enum Initiator: String, Sendable, Hashable, CaseIterable {
        /// A stage of the pipeline.
        case pipeline
        /// A rule of the tenant, or the bank-detail firewall.
        case rule
        /// A supplier's backend or email.
        case partner
        /// A person on a screen.
        case person
        /// An API user with the permission of the call.
        case client
        /// A worker that holds or held a lease.
        case connector
        /// Time alone: a lease ended, a process died.
        case clock
    }
}

/// What makes an invoice change its status; an event of the outside, not its consequence.
public enum Trigger: String, Sendable, Hashable, CaseIterable {
    /// A document arrived.
    case receiveDocument
    /// Structured data arrived.
    case receiveData
    /// A worker begins to read the document.
    case beginExtraction
    /// The document was read.
    case finishExtraction
    /// The document cannot be read, is encrypted or empty, or holds no invoice.
    case failExtraction
    /// A worker begins to enrich.
    case beginEnrichment
    /// The process that worked on it died.
    case recover
    /// No error, no suspicion.
    case pass
    /// Validation found errors, or a value is in doubt.
    case failValidation
    /// Matching failed or is ambiguous.
    case failMatch
    /// It looks like another invoice.
    case suspectDuplicate
    /// A rule wants an approval.
    case requireApproval
    /// The supplier takes it back.
    case withdraw
    /// A person or client ends it.
    case cancel
    /// A person or client rejects it.
    case reject
    /// A person, client or rule holds it back.
    case hold
    /// A hold or a failure is lifted.
    case release
    /// A person saved it after review.
    case save
    /// Data it waited for arrived.
    case dataArrived
    /// A person lets it pass in spite of errors.
    case override
    /// A person says that it is not a duplicate.
    case denyDuplicate
    /// A person says that it is a duplicate.
    case confirmDuplicate
    /// The last approval was given.
    case approve
    /// An approver sends it back.
    case sendBack
    /// Amount, supplier, bank data or coding changed under an approval.
    case voidApproval
    /// A person takes a rejection or cancellation back.
    case reopen
    /// A person edits it.
    case edit
    /// A person takes it back from the queue.
    case pullBack
    /// The pipeline is to run again.
    case reprocess
    /// A connector takes it.
    case claim
    /// A connector says that it has it and begins to post.
    case acknowledge
    /// A connector goes on with a lease that had lapsed.
    case heartbeat
    /// A connector reports that it is posted.
    case reportSuccess
    /// A connector reports that posting failed.
    case reportFailure
    /// A success with `force_override`.
    case forceSuccess
    /// A failure with `force_override`.
    case forceFailure
    /// The lease ended by itself.
    case lapse
    /// The connector ended its lease.
    case giveBack
    /// A person says that it is posted, and under which id.
    case settlePosted
    /// A person says that it is not in the ERP.
    case settleNotPosted
}

extension Status {
    /// The row for a change, or `nil` when it is not legal.
    public static func transition(from: Status?, to: Status, trigger: Trigger) -> Transition? {
        index[Key(from: from, to: to, trigger: trigger)]
    }

    /// Every row that leaves a status (`nil`: a new invoice).
    public static func transitions(from: Status?) -> [Transition] {
        transitions.filter { $0.from == from }
    }

    /// What a lifecycle message written by a client or person triggers at a status, when the table has a row for it.
    ///
    /// At 92 and 93 there is none: the message becomes a pending action. Elsewhere without a row it stays a message;
    /// always so at 95, where nobody knows whether the invoice was posted.
    public static func trigger(at status: Status, byMessage code: LifecycleCode) -> Trigger? {
        guard !status.isLeased, status != .integrationInDoubt, let trigger = trigger(ofMessage: code) else {
            return nil
        }
        let rows = transitions(from: status).filter { $0.trigger == trigger && $0.writes.contains(code) }
        return rows.contains { $0.by.contains(.client) } ? trigger : nil
    }

    private static func trigger(ofMessage code: LifecycleCode) -> Trigger? {
        switch code {
        case .rejected: .reject
        case .onHold: .hold
        case .holdReleased: .release
        case .cancelled: .cancel
        case .duplicateDetected: .suspectDuplicate
        case .validationFailed: .failValidation
        case .received, .validationWarning, .validationInfo, .ready, .acknowledged, .inProcess, .matched,
            .matchFailed, .underQuery, .queryResolved, .pendingApproval, .approved, .approvalRevoked,
            .conditionallyAccepted, .accepted, .disputed, .paymentScheduled, .paymentInitiated, .partiallyPaid, .paid,
            .paymentFailed, .credited:
            nil
        }
    }

    private struct Key: Hashable {
        let from: Status?
        let to: Status
        let trigger: Trigger
    }

    private static let index: [Key: Transition] = Dictionary(
        uniqueKeysWithValues: transitions.map { (Key(from: $0.from, to: $0.to, trigger: $0.trigger), $0) }
    )
}
