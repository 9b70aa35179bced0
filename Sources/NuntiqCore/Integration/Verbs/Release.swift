public import NuntiqModel

extension InvoiceState {
    /// 96 → the status it was held from, 97 → 91; at 92/93 takes back a hold that waits for the end of the lease.
    public func release(reason: String, by actor: Actor, at now: Instant) throws(IntegrationError) -> StateChange {
        var change = settled(at: now)
        switch change.state.status {
        case .integrationOnHold:
            change.release(to: change.state.returnsTo ?? .needsReview, reason: reason, by: actor)
        case .integrationFailed:
            change.release(to: .pendingIntegrationRetry, reason: reason, by: actor)
        case .pendingAcknowledgement where change.state.pendingAction?.action == .hold,
            .pendingResult where change.state.pendingAction?.action == .hold:
            change.takeBackHold(reason: reason, by: actor)
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .pendingIntegrationFirst, .pendingIntegrationRetry, .pendingAcknowledgement,
            .pendingResult, .integrationInDoubt, .integrationCancelled, .processed:
            throw .statusConflict(change.state.status, action: "a release")
        }
        return change
    }
}

extension InvoiceState {
    /// Whether a rule may release the failure it is at.
    var isReleasableByRule: Bool {
        status == .integrationFailed && !integration.overridden && integration.ruleReleases < ReleaseRule.releasesMax
    }

    /// 97 → 91 by the tenant's rule.
    func releaseByRule(at now: Instant) -> StateChange {
        var change = settled(at: now)
        let releases = change.state.integration.ruleReleases
        change.release(to: .pendingIntegrationRetry, reason: "released by rule", by: .system)
        change.state.integration.ruleReleases = releases + 1
        return change
    }
}

extension StateChange {
    fileprivate mutating func release(to target: Status, reason: String, by actor: Actor) {
        let intent = state.intent
        state.endHandout(keepingHolder: false)
        state.intent = intent
        state.integration.overridden = false
        state.integration.ruleReleases = 0
        move(to: target, by: .release, actor, ["note_internal": .string(reason)])
        state.makeReady(at: now, when: target)
        touch()
    }

    fileprivate mutating func takeBackHold(reason: String, by actor: Actor) {
        state.pendingAction = nil
        state.foreseeLapse()
        tell("takeBackHold", by: actor, ["note_internal": .string(reason)])
        touch()
    }
}
