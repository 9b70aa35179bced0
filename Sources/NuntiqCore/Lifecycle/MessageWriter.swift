internal import NuntiqModel
internal import NuntiqStore

/// Writes one message of a client or person within a transaction, under the lock of its invoice.
struct MessageWriter {
    let tx: any Transaction
    let principal: Principal

    func write(_ message: NewLifecycleMessage, on target: LifecycleTarget, key: String?) throws -> PostedMessage {
        guard let key else { return PostedMessage(outcome: try write(message, on: target), isReplay: false) }
        let keys = LifecycleKeyRepository(tx: tx, tenant: principal.tenant, principal: principal.id, key: key)
        if let earlier = try keys.take(for: message.hash(for: target)) {
            return PostedMessage(outcome: try outcome(of: earlier), isReplay: true)
        }
        let outcome = try write(message, on: target)
        try keys.remember(outcome.remembered)
        return PostedMessage(outcome: outcome, isReplay: false)
    }

    private func write(_ message: NewLifecycleMessage, on target: LifecycleTarget) throws -> PostedMessage.Outcome {
        let token = try messages.token(of: target)
        let state = try locked(token)
        try check(message, on: state)
        guard let change = try change(of: state, by: message) else {
            let settled = state.settled(at: tx.now)
            try ChangeStatus.save(tx, settled, over: state)
            try ChangeStatus.tell(
                tx, message.code, about: settled.state, by: actor(message), at: message.occurredAt,
                payload: message.words)
            return try written(message.code, on: token)
        }
        try ChangeStatus.save(tx, change, over: state)
        if change.newStatus.isLeased { return .postponed(PostponedMessage(change.state, at: tx.now)) }
        return try written(message.code, on: token)
    }

    /// What the message changes; `LIFECYCLE_WRITE` alone changes nothing.
    private func change(of state: InvoiceState, by message: NewLifecycleMessage) throws -> StateChange? {
        guard principal.permissions.contains(.postDocs) else { return nil }
        return try state.change(by: message, actor(message), at: tx.now)
    }

    private func check(_ message: NewLifecycleMessage, on state: InvoiceState) throws {
        if let occurredAt = message.occurredAt {
            let distance = occurredAt > tx.now ? occurredAt - tx.now : tx.now - occurredAt
            guard distance <= NewLifecycleMessage.occurrenceMax else { throw LifecycleError.occurredTooFar }
        }
        if message.clarificationCode == nil, try messages.isClarificationRequired(with: message.code) {
            throw LifecycleError.clarificationMissing(message.code)
        }
        if let breach = LifecycleOrder.breach(of: message.code, after: try history(of: state)) {
            throw LifecycleError.outOfOrder(breach)
        }
    }

    /// The codes so far, with those of a lapse that is not written down yet, and of a hold that waits.
    private func history(of state: InvoiceState) throws -> [LifecycleCode] {
        let settled = state.settled(at: tx.now)
        let waiting: [LifecycleCode] = settled.state.pendingAction?.action == .hold ? [.onHold] : []
        return try messages.codes(of: state.token) + settled.events.flatMap(\.codes) + waiting
    }

    private func outcome(of earlier: RememberedMessage) throws -> PostedMessage.Outcome {
        guard let id = earlier.message else {
            return .postponed(PostponedMessage(try locked(earlier.invoice), at: tx.now))
        }
        guard let message = try messages.find(id, of: earlier.invoice) else { throw LifecycleError.invoiceNotFound }
        return .written(message)
    }

    private func written(_ code: LifecycleCode, on token: Token) throws -> PostedMessage.Outcome {
        guard let message = try messages.last(code, of: token) else { throw LifecycleError.invoiceNotFound }
        return .written(message)
    }

    private func locked(_ token: Token) throws -> InvoiceState {
        guard let state = try InvoiceStateRepository(tx: tx).find(principal.tenant, token) else {
            throw LifecycleError.invoiceNotFound
        }
        return state
    }

    private func actor(_ message: NewLifecycleMessage) -> Actor {
        let caller = principal.actor
        return Actor(source: caller.source, type: caller.type, id: caller.id, name: message.actorName ?? caller.name)
    }

    private var messages: LifecycleRepository { LifecycleRepository(tx: tx, tenant: principal.tenant) }
}

extension PostedMessage.Outcome {
    fileprivate var remembered: RememberedMessage {
        switch self {
        case .written(let message): RememberedMessage(invoice: message.invoice, message: message.id)
        case .postponed(let postponed): RememberedMessage(invoice: postponed.invoice, message: nil)
        }
    }
}
