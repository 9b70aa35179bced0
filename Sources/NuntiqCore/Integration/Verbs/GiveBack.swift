public import NuntiqModel

extension InvoiceState {
    /// Ends the lease early: the invoice goes where its lapse would take it, but is no lapse and waits for nothing.
    ///
    /// Giving back what is over already changes nothing.
    public func giveBack(by caller: Caller, at now: Instant) throws(IntegrationError) -> StateChange {
        var change = settled(at: now)
        let standing = change.state.standing(of: caller)
        switch change.state.status {
        case .pendingAcknowledgement, .pendingResult:
            try change.state.requireHolder(standing)
            change.giveBack(by: caller)
        case .pendingIntegrationFirst, .pendingIntegrationRetry, .integrationInDoubt:
            if standing != .former { try change.state.requireHolder(standing) }
            change.isRepeat = true
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .integrationOnHold, .integrationFailed, .integrationCancelled, .processed:
            throw change.state.notHandedOut(standing)
        }
        return change
    }
}

extension StateChange {
    fileprivate mutating func giveBack(by caller: Caller) {
        let target: Status =
            state.intent != nil ? .integrationInDoubt : state.returnsTo ?? .pendingIntegrationFirst
        let facts = state.leaseFacts
        state.lease = nil
        state.holder = 0
        move(to: target, by: .giveBack, caller.actor, facts)
        state.makeReady(at: now, when: target)
        applyPendingAction(at: now)
        touch()
    }
}
