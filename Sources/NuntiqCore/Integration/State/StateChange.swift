public import NuntiqModel

/// What a verb makes of an invoice's state: the new state, and what has to be told about it.
public struct StateChange: Sendable, Hashable {
    /// The status before, with every lease that was over counted as over.
    public let previousStatus: Status
    /// The new state.
    public internal(set) var state: InvoiceState
    /// What happened, in order.
    public internal(set) var events: [StateEvent] = []
    /// What a person should look at.
    public internal(set) var incidents: [Incident] = []
    /// Set when the call is refused although there is something to keep (an incident).
    public internal(set) var refusal: IntegrationError?
    /// Whether the call repeated what was done already.
    public internal(set) var isRepeat = false
    /// The moment of the change.
    let now: Instant

    /// The new status.
    public var newStatus: Status { state.status }

    /// Whether the status is another than before.
    public var statusChanged: Bool { previousStatus != newStatus }

    /// What is kept for the end of the lease (an answer 202), if anything is.
    public var pendingAction: PendingAction? { state.pendingAction }

    init(of state: InvoiceState, at now: Instant) {
        previousStatus = state.status(at: now)
        self.state = state
        self.now = now
    }

    /// Goes to another status by a row of the table, with the lifecycle messages of that row.
    mutating func move(
        to status: Status, by trigger: Trigger, _ actor: Actor, at moment: Instant? = nil, _ payload: JSONObject = [:]
    ) {
        let row = Status.transition(from: state.status, to: status, trigger: trigger)
        events.append(
            StateEvent(
                kind: trigger.rawValue, trigger: trigger, codes: row?.writes ?? [], from: state.status, to: status,
                at: moment ?? now, by: actor, payload: payload))
        state.status = status
    }

    /// Tells something that changes no status.
    mutating func tell(_ kind: String, by actor: Actor, at moment: Instant? = nil, _ payload: JSONObject = [:]) {
        events.append(
            StateEvent(
                kind: kind, trigger: nil, codes: [], from: state.status, to: state.status, at: moment ?? now,
                by: actor, payload: payload))
    }

    /// Leaves out lifecycle messages that would only repeat the last of their kind.
    mutating func omit(_ codes: Set<LifecycleCode>) {
        for index in events.indices { events[index].codes.removeAll(where: codes.contains) }
    }

    /// Notes when the invoice is due, as its content says now.
    mutating func setDue(_ day: String) {
        state.dueOn = day
    }

    /// Counts one change of the row.
    mutating func touch(at moment: Instant? = nil) {
        state.version += 1
        state.updatedAt = moment ?? now
    }
}
