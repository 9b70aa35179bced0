public import NuntiqModel

/// One thing that happened to an invoice's state; becomes one row of `event`, and one more for each further message.
public struct StateEvent: Sendable, Hashable {
    /// What happened, in the words of the code base: the trigger, or a word of its own when no status changes.
    public let kind: String
    /// The trigger of the table's row, when a status changes.
    public let trigger: Trigger?
    /// The lifecycle messages it is.
    public internal(set) var codes: [LifecycleCode]
    /// The status before; `nil` for a new invoice.
    public let from: Status?
    /// The status after.
    public let to: Status
    /// When it happened.
    public let at: Instant
    /// Who did it.
    public let by: Actor
    /// Everything else: notes, lease, result.
    public let payload: JSONObject
}

extension StateEvent {
    /// The arrival of an invoice at 10 or 20.
    public static func arrival(
        at status: Status, by actor: Actor, at now: Instant, _ payload: JSONObject = [:]
    ) -> StateEvent {
        let trigger: Trigger = status == .receivedDocument ? .receiveDocument : .receiveData
        let row = Status.transition(from: nil, to: status, trigger: trigger)
        return StateEvent(
            kind: trigger.rawValue, trigger: trigger, codes: row?.writes ?? [], from: nil, to: status, at: now,
            by: actor, payload: payload)
    }
}
