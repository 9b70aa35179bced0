public import NuntiqModel
internal import NuntiqStore

/// Which messages a poll is for.
public struct LifecycleFilter: Sendable, Hashable {
    /// `ext_reference_1…5`, folded; empty where it does not matter, but not all of them.
    public let references: [String]
    /// Only of this tier.
    public let tier: LifecycleTier?

    /// Makes a filter; references are folded here, and at least one says something.
    public init(references: [Int: String], tier: LifecycleTier? = nil) {
        self.references = (1...5).map { references[$0].map(trimmedFolded) ?? "" }
        self.tier = tier
        precondition(self.references.contains { !$0.isEmpty }, "checked at the edge")
    }
}

/// A part of the feed.
public struct LifecyclePage: Sendable, Hashable {
    /// The messages in the order of `recorded_at`.
    public let messages: [LifecycleMessage]
    /// Where the next part begins; `nil` when this was all there is.
    public let next: Instant?
}

extension LifecycleMessages {
    /// The largest part of the feed.
    public static let pageLimits = 1...500
    /// The longest wait for a first message.
    public static let waitMax = Duration.seconds(30)

    /// What was recorded after `place`, over all invoices, in the order in which it became visible.
    ///
    /// Who goes on from the last message's `recorded_at` gets each message once. When there is none it waits for the
    /// first, at most for `wait` and never longer than the node runs.
    public func poll(
        _ filter: LifecycleFilter, after place: Instant, limit: Int, wait: Duration = .zero, for principal: Principal
    ) async throws -> LifecyclePage {
        let messages = try await CommitWait(database.signals, .events).first(within: wait) {
            let messages = try await database.read { tx in
                try LifecycleRepository(tx: tx, tenant: principal.tenant).feed(filter, after: place, limit: limit)
            }
            return messages.isEmpty ? nil : messages
        }
        guard let messages else { return LifecyclePage(messages: [], next: nil) }
        return LifecyclePage(messages: messages, next: messages.count < limit ? nil : messages.last?.recordedAt)
    }
}
