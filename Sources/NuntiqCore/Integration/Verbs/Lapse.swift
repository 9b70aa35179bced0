public import NuntiqModel

/// What is fixed about leases that lapse again and again.
enum LapseRule {
    /// So many lapses in a row end the attempts.
    static let lapsesMax: Int64 = 5
    /// The failure code of an invoice that ended so.
    static let failureCode = "LEASE_LAPSED_REPEATEDLY"

    /// How long an invoice waits after so many lapses in a row.
    static func delay(afterLapses count: Int64) -> Duration {
        switch count {
        case ...1: .zero
        case 2: .seconds(60)
        case 3: .seconds(5 * 60)
        default: .seconds(15 * 60)
        }
    }
}

extension InvoiceState {
    /// The status that a lapse leads to before anything that waits for it is done.
    var statusAfterLapse: Status {
        if intent != nil { return .integrationInDoubt }
        if lapses + 1 >= LapseRule.lapsesMax { return .integrationFailed }
        return returnsTo ?? .pendingIntegrationFirst
    }

    /// Writes into the row what the lapse of the running lease will mean; every verb that leaves a lease calls it.
    mutating func foreseeLapse() {
        guard var running = lease else { return }
        let base = statusAfterLapse
        let target = pendingAction?.target(from: base) ?? base
        running.lapseStatus = target
        lease = running
        makeReady(at: running.endsAt + LapseRule.delay(afterLapses: lapses + 1), when: target)
    }

    /// Sets when and how an invoice at `status` is handed out, not before `moment`.
    mutating func makeReady(at moment: Instant, when status: Status) {
        handout = status == .integrationInDoubt ? .verifyFirst : .post
        switch status {
        case .pendingIntegrationFirst, .pendingIntegrationRetry:
            readyAt = moment
        case .integrationInDoubt:
            readyAt = max(moment, intent?.settledAt ?? moment)
        case .receivedDocument, .extracting, .pendingEnrichment, .enriching, .needsReview, .duplicateSuspected,
            .pendingApproval, .rejected, .pendingAcknowledgement, .pendingResult, .integrationOnHold,
            .integrationFailed, .integrationCancelled, .processed:
            readyAt = nil
        }
    }

    /// The change with which every verb begins: a lease that is over is written down as over, dated at its end.
    public func settled(at now: Instant) -> StateChange {
        var change = StateChange(of: self, at: now)
        if let lease, lease.endsAt <= now { change.lapse(lease) }
        return change
    }
}

extension StateChange {
    fileprivate mutating func lapse(_ lease: Lease) {
        let base = state.statusAfterLapse
        state.lapses += 1
        state.lease = nil
        if base == .integrationFailed {
            state.integration.failureCode = LapseRule.failureCode
            state.integration.failureMessage = "The lease lapsed \(state.lapses) times in a row without a result."
        }
        let payload: JSONObject = [
            "fence": .number(JSONNumber(state.fence)), "lapses": .number(JSONNumber(state.lapses)),
        ]
        move(to: base, by: .lapse, .system, at: lease.endsAt, payload)
        if base == .integrationInDoubt, state.lapses == LapseRule.lapsesMax {
            incidents.append(Incident(kind: .leaseLapsedRepeatedly, detail: payload))
        }
        applyPendingAction(at: lease.endsAt)
        touch(at: lease.endsAt)
    }

    /// Does what waited for the end of the lease, if the status reached allows it.
    mutating func applyPendingAction(at moment: Instant) {
        guard let pending = state.pendingAction, let target = pending.target(from: state.status) else { return }
        state.pendingAction = nil
        let first = events.count
        handle(pending.action, to: target, reason: pending.reason, edit: pending.edit, by: pending.by, at: moment)
        if let remark = pending.remark { say(remark, by: pending.by, from: first) }
    }
}
