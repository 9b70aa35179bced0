public import NuntiqModel

extension InvoiceState {
    /// What the pipeline makes of an invoice before the hand-out: another status by a row of the table.
    ///
    /// At 90 it is ready at once. An invoice that is at `target` already stays as it is.
    public func advance(
        to target: Status, by trigger: Trigger, _ actor: Actor, payload: JSONObject = [:], at now: Instant
    ) throws(IntegrationError) -> StateChange {
        var change = settled(at: now)
        guard change.state.status != target else {
            change.isRepeat = true
            return change
        }
        guard Status.transition(from: change.state.status, to: target, trigger: trigger) != nil else {
            throw .statusConflict(change.state.status, action: "\(trigger.rawValue) to \(target.rawValue)")
        }
        change.state.endHandout(keepingHolder: false)
        if target == .integrationOnHold { change.state.returnsTo = change.state.statusAfterHold }
        change.move(to: target, by: trigger, actor, payload)
        change.state.makeReady(at: now, when: target)
        change.touch()
        return change
    }
}
