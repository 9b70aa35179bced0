import Synchronization

/// Wakes those on this node who wait for a ``Signal``: the worker, the sequencer, pollers.
///
/// Signals coalesce: a subscriber that is busy while ten arrive wakes once more, not ten times. A signal is a hint; who
/// must not miss anything also looks by itself now and then.
public final class SignalHub: Sendable {
    private struct State {
        var subscribers: [Signal: [Int: AsyncStream<Void>.Continuation]] = [:]
        var lastSubscriber = 0
        var isFinished = false
    }

    private let state = Mutex(State())

    /// Makes a hub without subscribers.
    public init() {}

    /// Yields after each `signal` from now on, and ends when the database closes.
    public func subscribe(_ signal: Signal) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        guard let number = add(continuation, to: signal) else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in self?.remove(number, from: signal) }
        return stream
    }

    /// Wakes every subscriber of `signal`.
    public func send(_ signal: Signal) {
        let waiting = state.withLock { state in state.subscribers[signal].map { Array($0.values) } ?? [] }
        for continuation in waiting { continuation.yield() }
    }

    /// Ends every subscription, now and later.
    public func finish() {
        let waiting = state.withLock { state in
            state.isFinished = true
            defer { state.subscribers = [:] }
            return state.subscribers.values.flatMap(\.values)
        }
        for continuation in waiting { continuation.finish() }
    }

    private func add(_ continuation: AsyncStream<Void>.Continuation, to signal: Signal) -> Int? {
        state.withLock { state in
            guard !state.isFinished else { return nil }
            state.lastSubscriber += 1
            state.subscribers[signal, default: [:]][state.lastSubscriber] = continuation
            return state.lastSubscriber
        }
    }

    private func remove(_ number: Int, from signal: Signal) {
        state.withLock { state in _ = state.subscribers[signal]?.removeValue(forKey: number) }
    }
}
