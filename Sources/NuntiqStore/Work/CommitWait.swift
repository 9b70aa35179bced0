/// Waits for what a commit brings about, on this node or another.
public struct CommitWait: Sendable {
    private let signals: SignalHub
    private let signal: Signal

    /// A signal is a hint: now and then it looks without one.
    private static let lookInterval = Duration.seconds(1)

    /// Waits by the signals of a database.
    public init(_ signals: SignalHub, _ signal: Signal) {
        self.signals = signals
        self.signal = signal
    }

    /// The first thing that `look` finds, now or after a commit; `nil` when the time is over or the node stops.
    public func first<Value: Sendable>(
        within limit: Duration, _ look: @escaping @Sendable () async throws -> Value?
    ) async throws -> Value? {
        let commits = signals.subscribe(signal)  // before the first look, so that nothing falls between
        if let value = try await look() { return value }
        guard limit > .zero else { return nil }
        let wakes = WakeUp()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { await wakes.follow(commits) }
            group.addTask { await wakes.tick(every: Self.lookInterval) }
            group.addTask {
                try await Task.sleep(for: limit)
                wakes.end()
            }
            for await _ in wakes.stream {
                if let value = try await look() { return value }
            }
            return nil
        }
    }
}
