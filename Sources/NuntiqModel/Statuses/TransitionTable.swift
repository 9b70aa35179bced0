extension Status {
    /// Every legal change of status: the table of `transitions.md`, in its order.
    ///
    /// `Invoices/ChangeStatus.swift` alone applies a row, with its messages, in one transaction. Whoever looks a row up
    /// checks its guard; a status that a lapsed lease left behind is materialised first.
    public static let transitions: [Transition] = [
        TransitionRow.arrival, TransitionRow.extraction, TransitionRow.enrichment, TransitionRow.review,
        TransitionRow.approval, TransitionRow.reopening, TransitionRow.queue, TransitionRow.leased,
        TransitionRow.leaseEnds, TransitionRow.readoption, TransitionRow.success, TransitionRow.doubt,
        TransitionRow.hold, TransitionRow.failure, TransitionRow.correction,
    ].joined().flatMap(\.transitions)
}

/// A line of the table: the same change from and to several statuses.
struct TransitionRow {
    let from: [Status?]
    let to: [Status]
    let trigger: Trigger
    let by: Set<Transition.Initiator>
    let guardWords: String
    let writes: [LifecycleCode]

    init(
        _ from: [Status?], to: [Status], _ trigger: Trigger, by: Set<Transition.Initiator>, if guardWords: String = "",
        writes: [LifecycleCode] = []
    ) {
        (self.from, self.to, self.trigger, self.by) = (from, to, trigger, by)
        (self.guardWords, self.writes) = (guardWords, writes)
    }

    var transitions: [Transition] {
        from.flatMap { from in
            to.map { to in
                Transition(from: from, to: to, trigger: trigger, by: by, guardWords: guardWords, writes: writes)
            }
        }
    }
}

extension Set<Transition.Initiator> {
    /// A person on a screen, or an API user that may do the same.
    fileprivate static let people: Self = [.person, .client]
}

// MARK: The way in

extension TransitionRow {
    fileprivate static let arrival = [
        TransitionRow(
            [nil], to: [.receivedDocument], .receiveDocument, by: [.partner, .person, .client], writes: [.received]),
        TransitionRow([nil], to: [.pendingEnrichment], .receiveData, by: [.partner, .client], writes: [.received]),
    ]

    private static let reading: [Status?] = [.receivedDocument, .extracting]

    fileprivate static let extraction = [
        TransitionRow([.receivedDocument], to: [.extracting], .beginExtraction, by: [.pipeline]),
        TransitionRow([.extracting], to: [.receivedDocument], .recover, by: [.clock], if: "its process died"),
        TransitionRow(reading, to: [.pendingEnrichment], .finishExtraction, by: [.pipeline]),
        TransitionRow(
            reading, to: [.needsReview], .failExtraction, by: [.pipeline],
            if: "unreadable, encrypted, empty, or no invoice found"
        ),
        TransitionRow(reading, to: [.rejected], .reject, by: .people, writes: [.rejected]),
        TransitionRow(reading, to: [.integrationCancelled], .cancel, by: .people, writes: [.cancelled]),
        TransitionRow(reading, to: [.integrationCancelled], .withdraw, by: [.partner], writes: [.cancelled]),
    ]

    private static let checking: [Status?] = [.pendingEnrichment, .enriching]

    fileprivate static let enrichment = [
        TransitionRow([.pendingEnrichment], to: [.enriching], .beginEnrichment, by: [.pipeline]),
        TransitionRow([.enriching], to: [.pendingEnrichment], .recover, by: [.clock], if: "its process died"),
        TransitionRow(
            checking, to: [.pendingIntegrationFirst], .pass, by: [.pipeline],
            if: "no error, no suspicion, every mandatory field confident", writes: [.ready]
        ),
        TransitionRow(
            checking, to: [.needsReview], .failValidation, by: [.pipeline, .person, .client],
            writes: [.validationFailed]
        ),
        TransitionRow(checking, to: [.needsReview], .failMatch, by: [.pipeline], writes: [.matchFailed]),
        TransitionRow(
            checking, to: [.duplicateSuspected], .suspectDuplicate, by: [.pipeline, .person, .client],
            writes: [.duplicateDetected]
        ),
        TransitionRow(checking, to: [.pendingApproval], .requireApproval, by: [.rule], writes: [.pendingApproval]),
        TransitionRow(checking, to: [.integrationOnHold], .hold, by: [.rule], if: "bank firewall", writes: [.onHold]),
        TransitionRow(checking, to: [.integrationCancelled], .withdraw, by: [.partner], writes: [.cancelled]),
        TransitionRow(checking, to: [.integrationCancelled], .cancel, by: .people, writes: [.cancelled]),
    ]
}

// MARK: Before a person

extension TransitionRow {
    private static let beforePeople: [Status?] = [.needsReview, .duplicateSuspected, .pendingApproval]

    fileprivate static let review = [
        TransitionRow([.needsReview], to: [.enriching], .save, by: .people),
        TransitionRow([.needsReview], to: [.enriching], .dataArrived, by: [.pipeline]),
        TransitionRow([.needsReview], to: [.enriching], .reprocess, by: .people),
        TransitionRow(
            [.needsReview], to: [.pendingApproval], .requireApproval, by: [.rule], writes: [.pendingApproval]),
        TransitionRow(
            [.needsReview], to: [.pendingIntegrationFirst], .override, by: [.person],
            if: "override permission and a reason", writes: [.ready]
        ),
        TransitionRow(
            [.duplicateSuspected], to: [.enriching], .denyDuplicate, by: .people,
            if: "the pair is remembered and never asked again"
        ),
        TransitionRow([.duplicateSuspected], to: [.rejected], .confirmDuplicate, by: .people, writes: [.rejected]),
        TransitionRow(beforePeople, to: [.rejected], .reject, by: .people, writes: [.rejected]),
        TransitionRow(beforePeople, to: [.integrationOnHold], .hold, by: .people.union([.rule]), writes: [.onHold]),
        TransitionRow(beforePeople, to: [.integrationCancelled], .cancel, by: .people, writes: [.cancelled]),
        TransitionRow(beforePeople, to: [.integrationCancelled], .withdraw, by: [.partner], writes: [.cancelled]),
    ]

    fileprivate static let approval = [
        TransitionRow(
            [.pendingApproval], to: [.pendingIntegrationFirst], .approve, by: [.person],
            if: "the last step; nobody approves what they entered or edited", writes: [.approved, .ready]
        ),
        TransitionRow([.pendingApproval], to: [.needsReview], .sendBack, by: [.person]),
        TransitionRow(
            [.pendingApproval], to: [.enriching], .voidApproval, by: .people,
            if: "amount, supplier, bank data or coding changed"
        ),
    ]

    fileprivate static let reopening = [
        TransitionRow(
            [.rejected, .integrationCancelled], to: [.needsReview], .reopen, by: [.person], if: "a reason",
            writes: [.inProcess]
        )
    ]
}

// MARK: The hand-out

extension TransitionRow {
    private static let ready: [Status?] = [.pendingIntegrationFirst, .pendingIntegrationRetry]
    private static let held: [Status?] = [.pendingAcknowledgement, .pendingResult]

    fileprivate static let queue = [
        TransitionRow(ready, to: [.pendingAcknowledgement], .claim, by: [.connector]),
        TransitionRow(ready, to: [.needsReview], .edit, by: .people),
        TransitionRow(ready, to: [.needsReview], .pullBack, by: .people),
        TransitionRow(ready, to: [.needsReview], .failValidation, by: .people, writes: [.validationFailed]),
        TransitionRow(ready, to: [.duplicateSuspected], .suspectDuplicate, by: .people, writes: [.duplicateDetected]),
        TransitionRow(ready, to: [.enriching], .reprocess, by: .people),
        TransitionRow(ready, to: [.rejected], .reject, by: .people, writes: [.rejected]),
        TransitionRow(ready, to: [.integrationOnHold], .hold, by: .people.union([.rule]), writes: [.onHold]),
        TransitionRow(ready, to: [.integrationCancelled], .cancel, by: .people, writes: [.cancelled]),
        TransitionRow(ready, to: [.integrationCancelled], .withdraw, by: [.partner], writes: [.cancelled]),
        TransitionRow(
            ready, to: [.integrationFailed], .reportFailure, by: [.connector], if: "late: it took the latest lease"
        ),
    ]

    fileprivate static let leased = [
        TransitionRow(
            [.pendingAcknowledgement], to: [.pendingResult], .acknowledge, by: [.connector], if: "a live lease",
            writes: [.inProcess]
        ),
        TransitionRow(held, to: [.integrationFailed], .reportFailure, by: [.connector], if: "a live lease"),
    ]

    private static let pending = "kept as the pending action"
    private static let pendingHold = "kept as the pending action; also when an intent stands"

    /// A lease that ends without success; a pending action is applied in the same step.
    fileprivate static let leaseEnds =
        [Trigger.lapse, .giveBack].flatMap { trigger in
            let by: Set<Transition.Initiator> = trigger == .lapse ? [.clock] : [.connector]
            return [
                TransitionRow(
                    held, to: [.pendingIntegrationFirst, .pendingIntegrationRetry], trigger, by: by,
                    if: "the status it was claimed from; 91 when a verify_first claim withdrew the intent"
                ),
                TransitionRow(held, to: [.integrationInDoubt], trigger, by: by, if: "an intent stands"),
            ] + pendingActions(trigger, by: by)
        } + [
            TransitionRow(
                held, to: [.integrationFailed], .lapse, by: [.clock],
                if: "the fifth lapse in a row without an intent: LEASE_LAPSED_REPEATEDLY"
            )
        ] + pendingActions(.reportFailure, by: [.connector])

    private static func pendingActions(_ trigger: Trigger, by: Set<Transition.Initiator>) -> [TransitionRow] {
        [
            TransitionRow(held, to: [.integrationOnHold], trigger, by: by, if: pendingHold, writes: [.onHold]),
            TransitionRow(held, to: [.rejected], trigger, by: by, if: pending, writes: [.rejected]),
            TransitionRow(held, to: [.integrationCancelled], trigger, by: by, if: pending, writes: [.cancelled]),
            TransitionRow(held, to: [.needsReview], trigger, by: by, if: pending),
        ]
    }

    private static let lapsed = "nobody else holds it, nobody edited, held or ended it since: same token and fence"

    fileprivate static let readoption = [
        TransitionRow(
            ready + [.integrationInDoubt], to: [.pendingAcknowledgement], .heartbeat, by: [.connector], if: lapsed
        ),
        TransitionRow(
            ready + [.integrationInDoubt], to: [.pendingResult], .acknowledge, by: [.connector], if: lapsed,
            writes: [.inProcess]
        ),
    ]
}

// MARK: The end, and what comes after it

extension TransitionRow {
    private static let notFinal: [Status?] = Status.allCases.filter { !$0.isFinal }

    fileprivate static let success = [
        TransitionRow(
            notFinal, to: [.processed], .reportSuccess, by: [.connector],
            if: "a principal that leased it, also under a stale lease; it ends a newer one", writes: [.accepted]
        ),
        TransitionRow(
            [.rejected, .integrationCancelled], to: [.processed], .forceSuccess, by: [.connector],
            if: "force_override; without it 409 invoice_closed and a posting incident", writes: [.accepted]
        ),
    ]

    fileprivate static let doubt = [
        TransitionRow(
            [.integrationInDoubt], to: [.pendingAcknowledgement], .claim, by: [.connector], if: "asks for verify_first"
        ),
        TransitionRow(
            [.integrationInDoubt], to: [.processed], .settlePosted, by: .people, if: "names the ERP's id",
            writes: [.accepted]
        ),
        TransitionRow([.integrationInDoubt], to: [.pendingIntegrationRetry], .settleNotPosted, by: .people),
        TransitionRow(
            [.integrationInDoubt], to: [.integrationFailed], .reportFailure, by: [.connector], if: "the intent's holder"
        ),
        TransitionRow([.integrationInDoubt], to: [.integrationOnHold], .hold, by: .people, writes: [.onHold]),
    ]

    fileprivate static let hold = [
        TransitionRow(
            [.integrationOnHold],
            to: [
                .enriching, .needsReview, .duplicateSuspected, .pendingApproval, .pendingIntegrationFirst,
                .pendingIntegrationRetry, .integrationInDoubt, .integrationFailed,
            ],
            .release, by: .people, if: "the status it was held from; a firewall hold goes to 30",
            writes: [.holdReleased]
        ),
        TransitionRow(
            [.integrationOnHold], to: [.rejected], .reject, by: .people, if: "not held from 95", writes: [.rejected]
        ),
        TransitionRow(
            [.integrationOnHold], to: [.integrationCancelled], .cancel, by: .people, if: "not held from 95",
            writes: [.cancelled]
        ),
    ]

    fileprivate static let failure = [
        TransitionRow(
            [.integrationFailed], to: [.pendingIntegrationRetry], .release, by: .people.union([.rule]),
            if: "a rule at most 5 times, 1, 5, 15 minutes apart, and never after a forced failure"
        ),
        TransitionRow([.integrationFailed], to: [.enriching], .reprocess, by: .people),
        TransitionRow([.integrationFailed], to: [.needsReview], .edit, by: .people),
        TransitionRow(
            [.integrationFailed], to: [.needsReview], .failValidation, by: .people, writes: [.validationFailed]
        ),
        TransitionRow(
            [.integrationFailed], to: [.duplicateSuspected], .suspectDuplicate, by: .people,
            writes: [.duplicateDetected]
        ),
        TransitionRow(
            [.integrationFailed], to: [.integrationOnHold], .hold, by: .people.union([.rule]), writes: [.onHold]
        ),
        TransitionRow([.integrationFailed], to: [.integrationCancelled], .cancel, by: .people, writes: [.cancelled]),
        TransitionRow([.integrationFailed], to: [.rejected], .reject, by: .people, writes: [.rejected]),
        TransitionRow(
            [.integrationFailed], to: [.processed], .settlePosted, by: .people,
            if: "posted by hand: names the ERP's id", writes: [.accepted]
        ),
        TransitionRow([.integrationFailed], to: [.integrationFailed], .reportFailure, by: [.connector], if: "updated"),
    ]

    fileprivate static let correction = [
        TransitionRow(
            [.processed], to: [.integrationFailed], .forceFailure, by: [.connector],
            if: "force_override; then released only by a person"
        ),
        TransitionRow(
            [.processed], to: [.processed], .forceSuccess, by: [.connector], if: "force_override, other external ids"
        ),
    ]
}
