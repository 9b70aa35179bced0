public import NuntiqModel

extension InvoiceState {
    /// Makes the lease end `seconds` from now, never earlier than it does; takes a lapsed lease up again (→ 92).
    ///
    /// A lease that is taken up again has the length it had. Without `seconds` the lease is renewed by its length.
    public func heartbeat(by caller: Caller, extend seconds: Int64?, at now: Instant) throws(IntegrationError)
        -> StateChange
    {
        var change = settled(at: now)
        let standing = change.state.standing(of: caller)
        switch change.state.status {
        case .pendingAcknowledgement, .pendingResult:
            try change.state.requireHolder(standing)
            change.extendLease(by: seconds ?? change.state.leaseSeconds)
        case .pendingIntegrationFirst, .pendingIntegrationRetry, .integrationInDoubt:
            try change.state.requireHolder(standing)
            change.takeUpAgain(as: .pendingAcknowledgement, by: .heartbeat, caller)
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .integrationOnHold, .integrationFailed, .integrationCancelled, .processed:
            throw change.state.notHandedOut(standing)
        }
        return change
    }
}

extension StateChange {
    /// No event and no new version: nothing that anyone waits for has changed.
    fileprivate mutating func extendLease(by seconds: Int64) {
        guard var lease = state.lease, lease.endsAt < now + .seconds(seconds) else { return }
        lease.endsAt = now + .seconds(seconds)
        state.lease = lease
        state.leaseSeconds = seconds
        state.foreseeLapse()
    }
}
