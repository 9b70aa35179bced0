public import NuntiqModel

extension InvoiceState {
    /// 92 → 93: the connector has the invoice and will push it; also takes a lapsed lease up again (→ 93).
    public func acknowledge(by caller: Caller, at now: Instant) throws(IntegrationError) -> StateChange {
        var change = settled(at: now)
        let standing = change.state.standing(of: caller)
        switch change.state.status {
        case .pendingAcknowledgement:
            try change.state.requireHolder(standing)
            change.move(to: .pendingResult, by: .acknowledge, caller.actor, change.state.leaseFacts)
            change.touch()
        case .pendingIntegrationFirst, .pendingIntegrationRetry, .integrationInDoubt:
            try change.state.requireHolder(standing)
            change.takeUpAgain(as: .pendingResult, by: .acknowledge, caller)
        case .pendingResult, .integrationFailed, .processed:
            try change.state.requireHolder(standing)
            change.isRepeat = true
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .integrationOnHold, .integrationCancelled:
            throw change.state.notHandedOut(standing)
        }
        return change
    }

    /// Refuses everyone but the holder of the latest lease, at a status where that lease may count.
    func requireHolder(_ standing: Standing) throws(IntegrationError) {
        switch (standing, status) {
        case (.holder, _): return
        case (.stranger, _): throw fence == 0 ? .notLeased(status) : .notLeaseHolder(status)
        case (.former, _): throw .leaseLost(status)
        case (.earlier, .pendingIntegrationFirst), (.earlier, .pendingIntegrationRetry),
            (.earlier, .integrationInDoubt):
            throw .notLeaseHolder(status)
        case (.earlier, _): throw .leaseLost(status)
        }
    }

    /// Why a call that needs a lease is refused at a status where nothing is handed out.
    func notHandedOut(_ standing: Standing) -> IntegrationError {
        switch standing {
        case .holder, .former, .earlier: .leaseLost(status)
        case .stranger: fence == 0 ? .notLeased(status) : .notLeaseHolder(status)
        }
    }
}

extension StateChange {
    /// The same token and fence live again, for the length the lease had.
    mutating func takeUpAgain(as status: Status, by trigger: Trigger, _ caller: Caller) {
        if state.status != .integrationInDoubt { state.returnsTo = state.status }
        move(to: status, by: trigger, caller.actor, state.leaseFacts)
        beginLease(of: state.holder, seconds: state.leaseSeconds)
    }
}

extension InvoiceState {
    /// Which lease an event is about.
    var leaseFacts: JSONObject {
        ["fence": .number(JSONNumber(fence)), "holder": .number(JSONNumber(holder))]
    }
}
