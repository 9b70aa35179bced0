public import NuntiqModel

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
        -> [Result<StateChange, IntegrationError>]
    {
        try await changeEach(items, by: principal, token: \.token, lease: \.lease) {
            _, state, caller, now throws(IntegrationError) in
            try state.acknowledge(by: caller, at: now)
        }
    }

    /// Takes each result; see ``report(_:on:by:lease:)``.
    public func report(_ items: [BatchItem<IntegrationResult>], by principal: Principal) async throws
        -> [Result<StateChange, IntegrationError>]
    {
        try await changeEach(items, by: principal, token: \.token, lease: \.lease) {
            item, state, caller, now throws(IntegrationError) in
            try state.report(item.word, by: caller, at: now)
        }
    }
}
