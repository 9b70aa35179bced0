public import NuntiqModel
internal import NuntiqStore

/// One item of a batch: an invoice, the lease token that speaks for it, and what is said.
public struct BatchItem<Word: Sendable>: Sendable {
    /// The invoice.
    public let token: Token
    /// The lease that the caller shows.
    public let lease: Token?
    /// What is said about it.
    public let word: Word

    /// Makes an item.
    public init(token: Token, lease: Token?, word: Word) {
        self.token = token
        self.lease = lease
        self.word = word
    }
}

/// Several calls in one transaction, each with an outcome of its own.
extension Integration {
    /// Acknowledges each; see ``acknowledge(_:by:lease:)``.
    public func acknowledge(_ items: [BatchItem<Void>], by principal: Principal) async throws
        -> [Result<Acknowledgement, IntegrationError>]
    {
        try await each(items, by: principal) { _, state, caller, now throws(IntegrationError) in
            try state.acknowledge(by: caller, at: now)
        }
    }

    /// Takes each result; see ``report(_:on:by:lease:)``.
    public func report(_ items: [BatchItem<IntegrationResult>], by principal: Principal) async throws
        -> [Result<Acknowledgement, IntegrationError>]
    {
        try await each(items, by: principal) { result, state, caller, now throws(IntegrationError) in
            try state.report(result, by: caller, at: now)
        }
    }

    /// Runs a verb on several invoices in one transaction; what refuses one leaves the others alone.
    ///
    /// Answers stand in the order of the items. An invoice may be named twice: the second sees what the first did.
    private func each<Word: Sendable>(
        _ items: [BatchItem<Word>], by principal: Principal,
        _ verb: @escaping @Sendable (Word, InvoiceState, Caller, Instant) throws(IntegrationError) -> StateChange
    ) async throws -> [Result<Acknowledgement, IntegrationError>] {
        try await database.write { tx in
            let found = try InvoiceStateRepository(tx: tx).findNumbered(principal.tenant, Set(items.map(\.token)))
            var states = Dictionary(uniqueKeysWithValues: found.map { ($0.state.token, $0) })
            var steps: [ChangeStatus.Step] = []
            let outcomes: [Result<Acknowledgement, IntegrationError>] = items.map { item in
                guard let (state, id) = states[item.token] else { return .failure(.notFound) }
                switch outcome(of: item, state, principal, tx.now, verb) {
                case .failure(let refusal):
                    return .failure(refusal)
                case .success(let change):
                    steps.append(ChangeStatus.Step(change: change, before: state))
                    if let refusal = change.refusal { return .failure(refusal) }
                    states[item.token]?.state = change.state
                    return .success(Acknowledgement(change: change, invoiceID: id))
                }
            }
            try ChangeStatus.save(tx, steps)
            return outcomes
        }
    }

    private func outcome<Word: Sendable>(
        of item: BatchItem<Word>, _ state: InvoiceState, _ principal: Principal, _ now: Instant,
        _ verb: (Word, InvoiceState, Caller, Instant) throws(IntegrationError) -> StateChange
    ) -> Result<StateChange, IntegrationError> {
        Result { () throws(IntegrationError) in
            try verb(item.word, state, caller(principal, item.lease, state), now)
        }
    }
}
