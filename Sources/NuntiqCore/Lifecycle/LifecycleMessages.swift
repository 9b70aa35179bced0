public import NuntiqModel
public import NuntiqStore

/// Reads and writes the timelines of invoices.
public struct LifecycleMessages: Sendable {
    let database: any Database

    /// How long an answer waits for the sequencer; what takes longer is answered without `recorded_at`.
    private static let recordingMax = Duration.seconds(5)

    /// Puts the use cases on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// An invoice's messages, the oldest first; one just written stands here at once, without `recorded_at`.
    public func timeline(of token: Token, tier: LifecycleTier? = nil, for principal: Principal) async throws
        -> [LifecycleMessage]
    {
        try await database.read { tx in
            guard try InvoiceStateRepository(tx: tx).peek(principal.tenant, token) != nil else {
                throw LifecycleError.invoiceNotFound
            }
            return try LifecycleRepository(tx: tx, tenant: principal.tenant).timeline(of: token, tier: tier)
        }
    }

    /// Writes a message, with the transition that it makes, and answers once it has its place in the feed.
    ///
    /// The same key with the same message leads to the same message again.
    public func post(
        _ message: NewLifecycleMessage, on target: LifecycleTarget, key: String? = nil, by principal: Principal
    ) async throws -> PostedMessage {
        let posted = try await database.write { tx in
            try MessageWriter(tx: tx, principal: principal).write(message, on: target, key: key)
        }
        guard case .written(let written) = posted.outcome, written.recordedAt == nil else { return posted }
        let wait = CommitWait(database.signals, .events)
        let found = try await wait.first(within: Self.recordingMax) {
            try await recorded(written, in: principal.tenant)
        }
        return PostedMessage(outcome: .written(found ?? written), isReplay: posted.isReplay)
    }

    private func recorded(_ message: LifecycleMessage, in tenant: TenantID) async throws -> LifecycleMessage? {
        let stored = try await database.read { tx in
            try LifecycleRepository(tx: tx, tenant: tenant).find(message.id, of: message.invoice)
        }
        return stored?.recordedAt == nil ? nil : stored
    }
}

/// What became of a message.
public struct PostedMessage: Sendable, Hashable {
    /// Whether it stands on the timeline.
    public enum Outcome: Sendable, Hashable {
        /// It does.
        case written(LifecycleMessage)
        /// A connector holds the invoice: the message is written when its action is done.
        case postponed(PostponedMessage)
    }

    /// What became of it.
    public let outcome: Outcome
    /// Whether this is what an earlier request with the same key led to.
    public let isReplay: Bool
}

/// What waits, after a message, for the end of a lease.
public struct PostponedMessage: Sendable, Hashable {
    /// The invoice.
    public let invoice: Token
    /// The status of the invoice.
    public let status: Status
    /// What waits; `nil` when the message took back what did.
    public let pendingAction: PendingAction?

    init(_ state: InvoiceState, at now: Instant) {
        invoice = state.token
        status = state.status(at: now)
        pendingAction = state.pendingAction
    }
}
