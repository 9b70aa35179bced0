public import NuntiqModel

/// What a connector reports after a posting that went through.
public struct PostingReport: Sendable, Hashable {
    /// `external_id_1…3`.
    public let externalIDs: [String?]
    /// `external_message_1…3`.
    public let externalMessages: [String?]

    /// Makes a report; missing parts are `nil`.
    public init(externalIDs: [String?] = [], externalMessages: [String?] = []) {
        self.externalIDs = Array((externalIDs + [nil, nil, nil]).prefix(3))
        self.externalMessages = Array((externalMessages + [nil, nil, nil]).prefix(3))
    }
}

extension InvoiceState {
    /// Any status that is not final → 100: a success is a fact about the ERP, also from a stale lease.
    ///
    /// Believed from any principal that ever leased the invoice, from others only with `force`. It ends a newer lease.
    public func reportSuccess(_ report: PostingReport, by caller: Caller, force: Bool, at now: Instant)
        throws(IntegrationError) -> StateChange
    {
        var change = settled(at: now)
        let isBelieved = change.state.hasLeased(caller)
        guard force || isBelieved else { throw .notLeaseHolder(change.state.status) }
        switch change.state.status {
        case .processed:
            change.repeatSuccess(report, by: caller, force: force)
        case .rejected, .integrationCancelled:
            guard force else { return change.refusingClosed(report, by: caller) }
            change.succeed(report, by: caller, .forceSuccess, overridden: true)
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .pendingIntegrationFirst, .pendingIntegrationRetry, .pendingAcknowledgement,
            .pendingResult, .integrationInDoubt, .integrationOnHold, .integrationFailed:
            change.succeed(report, by: caller, .reportSuccess, overridden: !isBelieved)
        }
        return change
    }
}

extension StateChange {
    /// The same posting again changes nothing, unless it brings the ids that were missing; another one is suspect.
    fileprivate mutating func repeatSuccess(_ report: PostingReport, by caller: Caller, force: Bool) {
        let recorded = state.integration.externalIDs
        let reported = report.externalIDs
        if reported == recorded || reported == [nil, nil, nil] {
            isRepeat = true
        } else if force {
            succeed(report, by: caller, .forceSuccess, overridden: true)
        } else if recorded == [nil, nil, nil] {
            succeed(report, by: caller, .reportSuccess)
        } else if reported[0] == recorded[0] {
            isRepeat = true
        } else {
            refusal = .alreadyProcessed(recorded: recorded[0], reported: reported[0])
            incidents.append(incident(.doublePostingSuspected, report, by: caller))
        }
    }

    fileprivate func refusingClosed(_ report: PostingReport, by caller: Caller) -> StateChange {
        var change = self
        change.refusal = .invoiceClosed(state.status)
        change.incidents.append(incident(.postedAfterClose, report, by: caller))
        return change
    }

    private func incident(_ kind: Incident.Kind, _ report: PostingReport, by caller: Caller) -> Incident {
        var detail: JSONObject = [
            "status": .number(JSONNumber(Int64(state.status.rawValue))), "reported_by": .string(caller.actor.name),
        ]
        detail["recorded_external_id_1"] = state.integration.externalIDs[0].map(JSONValue.string)
        detail["reported_external_id_1"] = report.externalIDs[0].map(JSONValue.string)
        return Incident(kind: kind, detail: detail)
    }

    /// → 100 with what was reported; ends every lease, intent and pending action.
    mutating func succeed(
        _ report: PostingReport, by caller: Caller, _ trigger: Trigger, overridden: Bool = false,
        reason: String? = nil
    ) {
        var facts = state.leaseFacts
        facts["dropped_pending_action"] = state.pendingAction.map { .string($0.action.rawValue) }
        facts["force_override"] = overridden ? true : nil
        facts["note_internal"] = reason.map(JSONValue.string)
        let isHolder = trigger != .settlePosted && state.standing(of: caller) == .holder
        state.integration = IntegrationRecord()
        state.integration.externalIDs = report.externalIDs
        state.integration.externalMessages = report.externalMessages
        for member in state.integration.json.members { facts[member.key] = member.value }
        state.integration.overridden = overridden
        state.endHandout(keepingHolder: isHolder)
        if state.status == .processed, trigger == .reportSuccess {
            tell("completeResult", by: caller.actor, facts)
        } else {
            move(to: .processed, by: trigger, caller.actor, facts)
        }
        touch()
    }
}

extension InvoiceState {
    /// Nothing of a lease stands any more; the last holder may keep its name on it.
    mutating func endHandout(keepingHolder: Bool) {
        lease = nil
        readyAt = nil
        handout = .post
        intent = nil
        pendingAction = nil
        returnsTo = nil
        lapses = 0
        if !keepingHolder { holder = 0 }
    }
}
