import Synchronization

/// The bounded line of jobs before a writer.
final class WriteQueue: Sendable {
    private struct State {
        var jobs: [DatabaseJob] = []
        var isDraining = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a job, or fails it when the line is full or closed.
    /// - Returns: Whether the caller must start the writer, which was idle.
    func add(_ job: DatabaseJob) -> Bool {
        let (refusal, start) = state.withLock { state -> (StoreError?, Bool) in
            if state.isClosed { return (.closed, false) }
            if state.jobs.count >= limit { return (.overloaded, false) }
            state.jobs.append(job)
            defer { state.isDraining = true }
            return (nil, !state.isDraining)
        }
        if let refusal { job.fail(refusal) }
        return start
    }

    /// The next jobs in order, at most `limit`; `nil` when none wait: then the writer stops.
    func next(atMost limit: Int) -> [DatabaseJob]? {
        state.withLock { state in
            guard !state.jobs.isEmpty else {
                state.isDraining = false
                return nil
            }
            defer { state.jobs.removeFirst(min(limit, state.jobs.count)) }
            return Array(state.jobs.prefix(limit))
        }
    }

    /// When the first in line began to wait.
    var oldest: ContinuousClock.Instant? {
        state.withLock { $0.jobs.first?.waitingSince }
    }

    /// Refuses every later job.
    func close() {
        state.withLock { $0.isClosed = true }
    }
}
