public import NuntiqModel

extension InvoiceState {
    /// 40, 90, 91, 97 → 30: the pipeline runs again.
    public func reprocess(reason: String, by actor: Actor, at now: Instant) throws(IntegrationError) -> StateChange {
        let allowed: Set<Status> = [
            .needsReview, .pendingIntegrationFirst, .pendingIntegrationRetry, .integrationFailed,
        ]
        return try turn(
            to: .enriching, from: allowed, .reprocess, "reprocessing", reason: reason, by: actor, at: now)
    }

    /// 10…50, 90, 91 → 98: the supplier takes it back.
    public func withdraw(reason: String, by actor: Actor, at now: Instant) throws(IntegrationError) -> StateChange {
        let allowed: Set<Status> = [
            .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .pendingIntegrationFirst, .pendingIntegrationRetry,
        ]
        return try turn(
            to: .integrationCancelled, from: allowed, .withdraw, "a withdrawal", reason: reason, by: actor, at: now)
    }

    /// 60, 98 → 40: a person takes a rejection or cancellation back.
    public func reopen(reason: String, by actor: Actor, at now: Instant) throws(IntegrationError) -> StateChange {
        try turn(
            to: .needsReview, from: [.rejected, .integrationCancelled], .reopen, "reopening", reason: reason, by: actor,
            at: now)
    }

    private func turn(
        to target: Status, from allowed: Set<Status>, _ trigger: Trigger, _ words: String, reason: String,
        by actor: Actor, at now: Instant
    ) throws(IntegrationError) -> StateChange {
        var change = settled(at: now)
        guard allowed.contains(change.state.status) else {
            throw .statusConflict(change.state.status, action: words)
        }
        change.state.endHandout(keepingHolder: false)
        change.move(to: target, by: trigger, actor, ["note_internal": .string(reason)])
        change.touch()
        return change
    }
}
