public import NuntiqModel

/// What people decide about an invoice under review; each is a row of the table.
extension InvoiceState {
    /// 40 → 30: saved, so the pipeline looks again.
    public func save(reason: String = "", by actor: Actor, at now: Instant) throws(IntegrationError) -> StateChange {
        try decide(.enriching, .save, "it to be saved", ["note_internal": .string(reason)], by: actor, at: now)
    }

    /// 40 → 90: let pass in spite of errors; needs the right and a reason.
    public func override(reason: String, by reviewer: Reviewer, at now: Instant) throws(IntegrationError)
        -> StateChange
    {
        guard reviewer.rights.contains(.override) else { throw .rightMissing("let an invoice pass in spite of errors") }
        guard !trimmed(reason).isEmpty else { throw .reasonMissing }
        return try decide(
            .pendingIntegrationFirst, .override, "an override", ["note_internal": .string(reason)], by: reviewer.actor,
            at: now)
    }

    /// 45 → 30: `other` is another invoice; the pair is remembered and never asked again (``DuplicatePairs``).
    public func denyDuplicate(of other: Token, reason: String, by actor: Actor, at now: Instant)
        throws(IntegrationError) -> StateChange
    {
        let payload: JSONObject = ["note_internal": .string(reason), DuplicatePairs.key: .string(other.description)]
        return try decide(.enriching, .denyDuplicate, "a decision on duplicates", payload, by: actor, at: now)
    }

    /// 45 → 60: it is `other` again; the supplier is told why.
    public func confirmDuplicate(of other: Token, reason: String, by actor: Actor, at now: Instant)
        throws(IntegrationError) -> StateChange
    {
        let payload: JSONObject = ["note_supplier": .string(reason), "duplicate_of": .string(other.description)]
        return try decide(.rejected, .confirmDuplicate, "a decision on duplicates", payload, by: actor, at: now)
    }

    /// 50 → 90: the last approval; nobody approves what they entered or edited.
    ///
    /// `hands` are the ids of all who entered or edited it.
    public func approve(by reviewer: Reviewer, handledBy hands: Set<String>, at now: Instant)
        throws(IntegrationError) -> StateChange
    {
        guard reviewer.rights.contains(.approve) else { throw .rightMissing("approve") }
        guard !hands.contains(reviewer.actor.id) else { throw .rightMissing("approve what they entered or edited") }
        return try decide(.pendingIntegrationFirst, .approve, "an approval", [:], by: reviewer.actor, at: now)
    }

    /// 50 → 40: an approver sends it back.
    public func sendBack(reason: String, by reviewer: Reviewer, at now: Instant) throws(IntegrationError)
        -> StateChange
    {
        try decide(
            .needsReview, .sendBack, "it to be sent back", ["note_internal": .string(reason)], by: reviewer.actor,
            at: now)
    }

    /// 90, 91 → 40: taken back from the queue.
    public func pullBack(reason: String, by actor: Actor, at now: Instant) throws(IntegrationError) -> StateChange {
        try decide(.needsReview, .pullBack, "a pull-back", ["note_internal": .string(reason)], by: actor, at: now)
    }

    private func decide(
        _ target: Status, _ trigger: Trigger, _ words: String, _ payload: JSONObject, by actor: Actor, at now: Instant
    ) throws(IntegrationError) -> StateChange {
        let status = status(at: now)
        guard Status.transition(from: status, to: target, trigger: trigger) != nil else {
            throw .statusConflict(status, action: words)
        }
        return try advance(to: target, by: trigger, actor, payload: payload, at: now)
    }
}
