public import NuntiqModel

extension InvoiceState {
    /// A person has looked: 95 or 97 → 100 with the ERP's id.
    public func settle(as report: PostingReport, reason: String, by caller: Caller, at now: Instant)
        throws(IntegrationError) -> StateChange
    {
        var change = settled(at: now)
        switch change.state.status {
        case .integrationInDoubt, .integrationFailed:
            change.succeed(report, by: caller, .settlePosted, reason: reason)
        case .processed where report.externalIDs[0] == change.state.integration.externalIDs[0]:
            change.isRepeat = true
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .pendingIntegrationFirst, .pendingIntegrationRetry, .pendingAcknowledgement,
            .pendingResult, .integrationOnHold, .integrationCancelled, .processed:
            throw .statusConflict(change.state.status, action: "it to be settled")
        }
        return change
    }

    /// A person has looked: the ERP does not have it, so 95 → 91.
    public func settleAsNotPosted(reason: String, by caller: Caller, at now: Instant) throws(IntegrationError)
        -> StateChange
    {
        var change = settled(at: now)
        guard change.state.status == .integrationInDoubt else {
            throw .statusConflict(change.state.status, action: "it to be settled as not posted")
        }
        let pending = change.state.pendingAction
        change.state.endHandout(keepingHolder: false)
        change.state.pendingAction = pending
        change.move(
            to: .pendingIntegrationRetry, by: .settleNotPosted, caller.actor, ["note_internal": .string(reason)])
        change.state.makeReady(at: now, when: .pendingIntegrationRetry)
        change.applyPendingAction(at: now)
        change.touch()
        return change
    }
}
