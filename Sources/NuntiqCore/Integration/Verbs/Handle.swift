public import NuntiqModel

extension InvoiceState {
    /// Holds, rejects, cancels or edits; at 92/93 it waits in ``pendingAction`` for the end of the lease.
    ///
    /// `edit` says what changes in the content, for an edit.
    public func handle(
        _ action: HandlingAction, reason: String, edit: JSONObject = [:], by actor: Actor, at now: Instant
    ) throws(IntegrationError) -> StateChange {
        var change = settled(at: now)
        switch change.state.status {
        case .pendingAcknowledgement, .pendingResult:
            change.keepForLater(
                PendingAction(action: action, reason: reason, by: actor, at: now, edit: edit))
        case action.target where action != .edit:
            change.isRepeat = true
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .pendingIntegrationFirst, .pendingIntegrationRetry, .integrationInDoubt,
            .integrationOnHold, .integrationFailed, .integrationCancelled, .processed:
            try change.state.requireAllowed(action)
            change.state.pendingAction = nil
            change.handle(action, to: action.target, reason: reason, edit: edit, by: actor, at: now)
            change.touch()
        }
        return change
    }

    private func requireAllowed(_ action: HandlingAction) throws(IntegrationError) {
        let isInDoubt =
            status == .integrationInDoubt || (status == .integrationOnHold && returnsTo == .integrationInDoubt)
        switch action {
        case .edit:
            if isInDoubt || status == .processed { throw .contentImmutable(status) }
            guard Self.editable.contains(status) else { throw .statusConflict(status, action: "an edit") }
        case .hold, .reject, .cancel:
            let row = Status.transition(from: status, to: action.target, trigger: action.trigger)
            guard let row, !row.by.isDisjoint(with: [.person, .client]), action == .hold || !isInDoubt else {
                throw .statusConflict(status, action: "to \(action.rawValue) it")
            }
        }
    }

    private static let editable: Set<Status> = [
        .needsReview, .duplicateSuspected, .pendingApproval, .pendingIntegrationFirst, .pendingIntegrationRetry,
        .integrationOnHold, .integrationFailed,
    ]
}

extension InvoiceState {
    /// Where a release leads if it is held now: back, or from 20 and 30 to 30.
    var statusAfterHold: Status {
        status == .pendingEnrichment ? .enriching : status
    }
}

extension StateChange {
    fileprivate mutating func keepForLater(_ pending: PendingAction) {
        state.pendingAction = pending
        state.foreseeLapse()
        tell("postpone", by: pending.by, pending.json)
        touch()
    }

    /// Goes to the action's status; whoever leased the invoice before has lost it.
    mutating func handle(
        _ action: HandlingAction, to target: Status, reason: String, edit: JSONObject, by actor: Actor,
        at moment: Instant
    ) {
        let from = state.status
        var payload: JSONObject = [action == .reject ? "note_supplier" : "note_internal": .string(reason)]
        if action == .edit { payload["edit"] = .object(edit) }
        let intent = state.intent
        state.endHandout(keepingHolder: false)
        switch action {
        case .hold:
            state.intent = intent
            state.returnsTo = state.statusAfterHold
            move(to: target, by: .hold, actor, at: moment, payload)
        case .reject, .cancel:
            move(to: target, by: action.trigger, actor, at: moment, payload)
        case .edit:
            edited(from: from, fields: edit.members.map(\.key), by: actor, at: moment, payload)
        }
    }

    /// An edit before the hand-out leads to a review; on hold it stays there and leads to a review on release.
    ///
    /// Under approval it changes the status only where approvals are about it: they are void, the pipeline looks again.
    private mutating func edited(
        from status: Status, fields: [String], by actor: Actor, at moment: Instant, _ payload: JSONObject
    ) {
        switch status {
        case .pendingApproval where ApprovedContent.isTouched(byEditOf: fields):
            move(to: .enriching, by: .voidApproval, actor, at: moment, payload)
        case .integrationOnHold:
            state.returnsTo = .needsReview
            tell("edit", by: actor, at: moment, payload)
        case .needsReview, .duplicateSuspected, .pendingApproval:
            tell("edit", by: actor, at: moment, payload)
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .rejected, .pendingIntegrationFirst,
            .pendingIntegrationRetry, .pendingAcknowledgement, .pendingResult, .integrationInDoubt,
            .integrationFailed, .integrationCancelled, .processed:
            move(to: .needsReview, by: .edit, actor, at: moment, payload)
        }
    }
}
