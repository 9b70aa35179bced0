public import NuntiqModel

extension InvoiceState {
    /// 90/91 → 92, or 95 → 92 to verify first: `principal` gets a lease of `seconds`, with the next fence.
    ///
    /// - Precondition: it is ready to be handed out at `now` in the mode it is in.
    /// - Returns: the change; it tells no event of the claim itself, since a call tells one for all its invoices.
    public func claim(by principal: Int64, seconds: Int64, at now: Instant) -> StateChange {
        var change = settled(at: now)
        let from = change.state.status
        precondition(change.state.isReady(at: now), "a claim took an invoice at \(from) that is not ready")
        change.state.returnsTo = from == .integrationInDoubt ? .pendingIntegrationRetry : from
        change.state.fence += 1
        change.state.leasedBy.removeAll { $0 == principal }
        change.state.leasedBy.append(principal)
        change.state.status = .pendingAcknowledgement
        change.beginLease(of: principal, seconds: seconds)
        return change
    }

    /// Whether it may be handed out now.
    public func isReady(at now: Instant) -> Bool {
        guard let readyAt, readyAt <= now else { return false }
        switch status(at: now) {
        case .pendingIntegrationFirst, .pendingIntegrationRetry: return handout == .post
        case .integrationInDoubt: return handout == .verifyFirst
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .pendingAcknowledgement, .pendingResult, .integrationOnHold,
            .integrationFailed, .integrationCancelled, .processed:
            return false
        }
    }
}

extension StateChange {
    /// Begins a lease, new or taken up again, under the fence that stands.
    mutating func beginLease(of principal: Int64, seconds: Int64) {
        state.holder = principal
        state.leaseSeconds = seconds
        state.lease = Lease(startedAt: now, endsAt: now + .seconds(seconds), lapseStatus: state.status)
        state.foreseeLapse()
        touch()
    }
}
