public import NuntiqModel

/// What a connector says before it posts.
public struct IntentRequest: Sendable, Hashable {
    /// The reference under which the posting can be looked up in the ERP.
    public let erpReference: String
    /// The connector's hash of what it posts.
    public let payloadHash: String
    /// The time the push may take; `nil` is what is left of the lease.
    public let pushSeconds: Int64?
    /// The time after which the ERP shows a posting.
    public let settleSeconds: Int64

    /// Makes a request.
    public init(erpReference: String, payloadHash: String, pushSeconds: Int64?, settleSeconds: Int64 = 60) {
        self.erpReference = erpReference
        self.payloadHash = payloadHash
        self.pushSeconds = pushSeconds
        self.settleSeconds = settleSeconds
    }
}

extension InvoiceState {
    /// Notes that the holder of a live lease is about to post; a lapse from now on leads to 95.
    ///
    /// The time for the push is cut to what is left of the lease.
    public func placeIntent(_ request: IntentRequest, by caller: Caller, at now: Instant) throws(IntegrationError)
        -> StateChange
    {
        var change = settled(at: now)
        let left = try change.state.secondsLeft(of: caller, at: now)
        let push = min(request.pushSeconds ?? left, left)
        change.state.intent = PostingIntent(
            erpReference: request.erpReference, payloadHash: request.payloadHash, pushSeconds: push,
            settleSeconds: request.settleSeconds, pushDeadline: now + .seconds(push))
        change.tellIntent("placeIntent", by: caller)
        return change
    }

    /// The holder says that nothing was sent, or, after it looked, that the ERP does not have it.
    public func withdrawIntent(by caller: Caller, at now: Instant) throws(IntegrationError) -> StateChange {
        var change = settled(at: now)
        _ = try change.state.secondsLeft(of: caller, at: now)
        guard change.state.intent != nil else {
            change.isRepeat = true
            return change
        }
        change.state.intent = nil
        change.tellIntent("withdrawIntent", by: caller)
        return change
    }

    /// The whole seconds left of the caller's lease, which must be live.
    private func secondsLeft(of caller: Caller, at now: Instant) throws(IntegrationError) -> Int64 {
        let standing = standing(of: caller)
        switch status {
        case .pendingAcknowledgement, .pendingResult:
            try requireHolder(standing)
            return lease.map { ($0.endsAt - now).components.seconds } ?? 0
        case .pendingIntegrationFirst, .pendingIntegrationRetry, .integrationInDoubt:
            try requireHolder(standing)
            throw .leaseLapsed(status)
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .integrationOnHold, .integrationFailed, .integrationCancelled, .processed:
            throw notHandedOut(standing)
        }
    }
}

extension StateChange {
    fileprivate mutating func tellIntent(_ kind: String, by caller: Caller) {
        var facts = state.leaseFacts
        facts["intent"] = state.intent.map { .object($0.json) }
        state.foreseeLapse()
        tell(kind, by: caller.actor, facts)
        touch()
    }
}
