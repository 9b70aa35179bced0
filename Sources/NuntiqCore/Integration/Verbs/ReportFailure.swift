public import NuntiqModel

/// What a connector reports when the ERP did not take the invoice.
public struct FailureReport: Sendable, Hashable {
    /// A stable code.
    public let code: String?
    /// What a person reads.
    public let message: String?

    /// Makes a report.
    public init(code: String?, message: String?) {
        self.code = code
        self.message = message
    }
}

extension InvoiceState {
    /// 92/93, or a lapsed lease → 97; at 97 another failure replaces the first; at 100 only with `force`.
    public func reportFailure(_ report: FailureReport, by caller: Caller, force: Bool, at now: Instant)
        throws(IntegrationError) -> StateChange
    {
        var change = settled(at: now)
        let standing = change.state.standing(of: caller)
        switch change.state.status {
        case .pendingAcknowledgement, .pendingResult, .pendingIntegrationFirst, .pendingIntegrationRetry,
            .integrationInDoubt:
            try change.state.requireHolder(standing)
            change.fail(report, by: caller, overridden: false)
        case .integrationFailed:
            try change.state.requireHolder(standing)
            change.repeatFailure(report, by: caller)
        case .processed:
            guard force else { throw change.state.alreadyProcessed(standing) }
            change.fail(report, by: caller, overridden: true)
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .integrationOnHold, .integrationCancelled:
            throw change.state.notHandedOut(standing)
        }
        return change
    }

    private func alreadyProcessed(_ standing: Standing) -> IntegrationError {
        standing == .stranger
            ? .notLeaseHolder(status) : .alreadyProcessed(recorded: integration.externalIDs[0], reported: nil)
    }
}

extension StateChange {
    fileprivate mutating func repeatFailure(_ report: FailureReport, by caller: Caller) {
        let isSame = state.integration.failureCode == report.code && state.integration.failureMessage == report.message
        if isSame { isRepeat = true } else { fail(report, by: caller, overridden: state.integration.overridden) }
    }

    fileprivate mutating func fail(_ report: FailureReport, by caller: Caller, overridden: Bool) {
        var facts = state.leaseFacts
        facts["failure_code"] = report.code.map(JSONValue.string)
        facts["failure_message"] = report.message.map(JSONValue.string)
        if overridden { facts["force_override"] = true }
        let pending = state.pendingAction
        let isHolder = state.standing(of: caller) == .holder
        state.endHandout(keepingHolder: isHolder)
        state.pendingAction = pending
        let releases = state.integration.ruleReleases
        state.integration = IntegrationRecord()
        state.integration.ruleReleases = releases
        state.integration.failureCode = report.code
        state.integration.failureMessage = report.message
        state.integration.overridden = overridden
        let trigger: Trigger = state.status == .processed ? .forceFailure : .reportFailure
        move(to: .integrationFailed, by: trigger, caller.actor, facts)
        applyPendingAction(at: now)
        touch()
    }
}
