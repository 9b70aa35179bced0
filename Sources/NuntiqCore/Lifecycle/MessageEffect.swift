internal import NuntiqModel

/// What a client's or person's message does to an invoice beside standing on its timeline.
private enum MessageEffect {
    case handle(HandlingAction)
    case release
    case suspectDuplicate
    case failValidation

    init?(_ code: LifecycleCode) {
        guard let effect = Self.effects[code] else { return nil }
        self = effect
    }

    private static let effects: [LifecycleCode: MessageEffect] = [
        .rejected: .handle(.reject), .onHold: .handle(.hold), .cancelled: .handle(.cancel), .holdReleased: .release,
        .duplicateDetected: .suspectDuplicate, .validationFailed: .failValidation,
    ]
}

extension InvoiceState {
    /// The row of the table that a message makes, or at 92/93 what it leaves to the end of the lease.
    ///
    /// - Returns: `nil` when the message stays a message.
    func change(by message: NewLifecycleMessage, _ actor: Actor, at now: Instant) throws(IntegrationError)
        -> StateChange?
    {
        guard let effect = MessageEffect(message.code) else { return nil }
        let status = status(at: now)
        guard status.isLeased || Status.trigger(at: status, byMessage: message.code) != nil else { return nil }
        do throws(IntegrationError) {
            var change =
                status.isLeased
                ? try postpone(effect, message, actor, at: now) : try apply(effect, message, actor, at: now)
            guard !status.isLeased else { return change }
            let lapse = settled(at: now).events.count
            change.say(Remark(message), by: actor, from: lapse)
            return change
        } catch {
            guard case .statusConflict = error else { throw error }
            return nil
        }
    }

    private func apply(
        _ effect: MessageEffect, _ message: NewLifecycleMessage, _ actor: Actor, at now: Instant
    ) throws(IntegrationError) -> StateChange {
        switch effect {
        case .handle(let action):
            try handle(action, reason: message.reason, by: actor, at: now)
        case .release:
            try release(reason: message.reason, by: actor, at: now)
        case .suspectDuplicate:
            try advance(to: .duplicateSuspected, by: .suspectDuplicate, actor, at: now)
        case .failValidation:
            try advance(to: .needsReview, by: .failValidation, actor, at: now)
        }
    }

    /// A suspicion or an error waits as an edit does: for a review of the invoice.
    private func postpone(
        _ effect: MessageEffect, _ message: NewLifecycleMessage, _ actor: Actor, at now: Instant
    ) throws(IntegrationError) -> StateChange {
        let action: HandlingAction
        switch effect {
        case .release: return try release(reason: message.reason, by: actor, at: now)
        case .handle(let handling): action = handling
        case .suspectDuplicate, .failValidation: action = .edit
        }
        var change = try handle(action, reason: message.reason, by: actor, at: now)
        change.state.pendingAction?.remark = Remark(message)
        return change
    }
}
