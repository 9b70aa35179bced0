public import NuntiqModel
public import NuntiqStore

/// The only writer of a status: stores a state and appends what happened to it, in the same transaction.
///
/// Every change of status must be a row of `Status.transitions`; anything else is a defect that is stopped here.
public enum ChangeStatus {
    /// Stores the state of an invoice that has just come in at 10 or 20, with its message `RECEIVED`.
    ///
    /// `references` are `ext_reference_1…5`, folded; empty where there is none.
    @discardableResult
    public static func insertState(
        _ tx: any Transaction, tenant: TenantID, token: Token, account: Int64, status: Status, references: [String],
        by actor: Actor, payload: JSONObject = [:]
    ) throws -> InvoiceState {
        let state = InvoiceState(
            new: token, of: tenant, account: account, status: status, references: references, at: tx.now)
        let arrival = StateEvent.arrival(at: status, by: actor, at: tx.now, payload)
        try arrival.requireRow()
        try InvoiceStateRepository(tx: tx).insert(state)
        try append(tx, arrival, to: state)
        return state
    }

    /// Moves an invoice before the hand-out to another status by a row of the table, with that row's messages.
    ///
    /// At 90 it is ready at once. An invoice that is at `status` already stays as it is. Throws
    /// ``IntegrationError/statusConflict(_:action:)`` when something else (a withdrawal, a late result) moved the
    /// invoice meanwhile, so that the caller's outcome no longer counts. Messages that would repeat what was said last
    /// are left out by `omitting`; `dueOn` is what the content says now of ``InvoiceState/dueOn``.
    @discardableResult
    public static func change(
        _ tx: any Transaction, tenant: TenantID, token: Token, to status: Status, by trigger: Trigger,
        _ actor: Actor = .system, payload: JSONObject = [:], omitting said: Set<LifecycleCode> = [],
        dueOn: String? = nil
    ) throws -> StateChange {
        guard let state = try InvoiceStateRepository(tx: tx).find(tenant, token) else {
            throw IntegrationError.notFound
        }
        var change = try state.advance(to: status, by: trigger, actor, payload: payload, at: tx.now)
        change.omit(said)
        if let dueOn { change.setDue(dueOn) }
        try save(tx, change, over: state)
        return change
    }

    /// Appends a lifecycle message that changes no status.
    public static func tell(
        _ tx: any Transaction, _ code: LifecycleCode, about state: InvoiceState, by actor: Actor = .system,
        at moment: Instant? = nil, payload: JSONObject = [:]
    ) throws {
        let message = StateEvent(
            kind: "message", trigger: nil, codes: [code], from: state.status, to: state.status, at: moment ?? tx.now,
            by: actor, payload: payload)
        try append(tx, message, to: state)
    }

    /// Stores what a verb made of `state`: the row, its events and its incidents.
    static func save(_ tx: any Transaction, _ change: StateChange, over state: InvoiceState) throws {
        try save(tx, [Step(change: change, before: state)])
    }

    /// What a verb made of a state.
    struct Step {
        let change: StateChange
        let before: InvoiceState
    }

    /// Stores what verbs made of the states of one tenant's invoices, in their order: one statement for the rows, one
    /// for their events.
    ///
    /// An invoice may stand there twice; the later step is then over what the earlier one made.
    static func save(_ tx: any Transaction, _ steps: [Step]) throws {
        for step in steps { for event in step.change.events { try event.requireRow() } }
        let stored = steps.filter { $0.change.refusal == nil && $0.change.state != $0.before }
        try InvoiceStateRepository(tx: tx).update(last(of: stored))
        try append(tx, stored.flatMap { step in step.change.events.map { ($0, step.before) } })
        for step in stored { try resumePipeline(tx, step.change) }
        try ReleaseRule.plan(tx, for: stored.filter(\.change.statusChanged).map(\.change.state), at: tx.now)
        for step in steps {
            for incident in step.change.incidents {
                try IncidentRepository(tx: tx).open(incident, on: step.before, at: tx.now)
            }
        }
    }

    /// The last state of each invoice.
    private static func last(of steps: [Step]) -> [InvoiceState] {
        var places: [Token: Int] = [:]
        var states: [InvoiceState] = []
        for step in steps {
            let state = step.change.state
            if let place = places[state.token] {
                states[place] = state
            } else {
                places[state.token] = states.count
                states.append(state)
            }
        }
        return states
    }

    /// An invoice that a person or a release sends back to 30 runs through the pipeline again.
    private static func resumePipeline(_ tx: any Transaction, _ change: StateChange) throws {
        guard change.newStatus == .enriching, change.statusChanged, change.previousStatus != .pendingEnrichment else {
            return
        }
        let state = change.state
        try WorkQueue.enqueue(tx, WorkItem(tenant: state.tenant, kind: "pipeline", subject: state.token.bytes))
    }

    /// Tells a claim: one event for all its invoices, under a subject of its own.
    static func tellClaim(
        _ tx: any Transaction, of leases: [ClaimedLease], by principal: Principal, seconds: Int64, subject: Token
    ) throws {
        let facts = leases.map { lease in
            JSONValue.object([
                "invoice_token": .string(lease.invoice.description), "fence": .number(JSONNumber(lease.fence)),
                "mode": .string(lease.mode.rawValue),
            ])
        }
        let payload: JSONObject = ["lease_seconds": .number(JSONNumber(seconds)), "leases": .array(facts)]
        let actor = principal.actor
        try tx.append(
            EventRecord(
                tenant: principal.tenant, subject: subject.bytes, kind: Trigger.claim.rawValue, source: actor.source,
                actorType: actor.type, actorID: actor.id, actorName: actor.name, occurredAt: tx.now,
                payload: JSONValue.object(payload).serialized()))
    }

    private static func append(_ tx: any Transaction, _ event: StateEvent, to state: InvoiceState) throws {
        try append(tx, [(event, state)])
    }

    /// One row for each event, one more for each further message; mail where the supplier must look.
    private static func append(_ tx: any Transaction, _ events: [(event: StateEvent, state: InvoiceState)]) throws {
        if events.isEmpty { return }
        try tx.append(events.flatMap { records(of: $0.event, on: $0.state) })
        for (event, state) in events { try AttentionMail(tx: tx, state: state).queue(for: event) }
        tx.afterCommit(.events)
    }

    private static func records(of event: StateEvent, on state: InvoiceState) -> [EventRecord] {
        let record = EventRecord(
            tenant: state.tenant, subject: state.token.bytes, kind: event.kind, code: event.codes.first?.rawValue ?? "",
            source: event.by.source, actorType: event.by.type, actorID: event.by.id, actorName: event.by.name,
            occurredAt: event.at, fromStatus: event.from?.rawValue ?? -1, toStatus: event.to.rawValue,
            references: state.references, payload: JSONValue.object(event.payload).serialized())
        return [record]
            + event.codes.dropFirst().map { code in
                var message = record
                (message.kind, message.code) = ("message", code.rawValue)
                return message
            }
    }
}

extension StateEvent {
    /// Stops a change of status that the table does not have.
    fileprivate func requireRow() throws {
        guard let trigger, Status.transition(from: from, to: to, trigger: trigger) == nil else { return }
        let change = "\(from.map { String($0.rawValue) } ?? "new") → \(to.rawValue) by \(trigger.rawValue)"
        assertionFailure("no row of Status.transitions allows \(change)")
        throw IntegrationError.statusConflict(from ?? to, action: "the change \(change)")
    }
}
