import Foundation

/// The bounded line of jobs before a set of database threads.
///
/// Locked by an `NSCondition`, on which the threads sleep; hence unchecked.
final class PostgresLane: @unchecked Sendable {
    private let condition = NSCondition()
    private let limit: Int
    private var jobs: [DatabaseJob] = []
    private var isClosed = false

    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a job, or fails it when the line is full or closed.
    func add(_ job: DatabaseJob) {
        let refusal: StoreError? = condition.withLock {
            if isClosed { return .closed }
            if jobs.count >= limit { return .overloaded }
            jobs.append(job)
            condition.signal()
            return nil
        }
        if let refusal { job.fail(refusal) }
    }

    /// Waits for jobs and takes this thread's share of them; `nil` when the lane is closed and empty.
    ///
    /// Of `threads` that share the line each takes so much that all would have the same.
    func take(atMost groupMax: Int, threads: Int) -> [DatabaseJob]? {
        condition.withLock {
            while jobs.isEmpty, !isClosed { condition.wait() }
            guard !jobs.isEmpty else { return nil }
            let count = min(groupMax, (jobs.count + threads - 1) / threads)
            defer { jobs.removeFirst(count) }
            return Array(jobs.prefix(count))
        }
    }

    /// When the first in line began to wait.
    var oldest: ContinuousClock.Instant? {
        condition.withLock { jobs.first?.waitingSince }
    }

    /// Refuses every later job and lets the threads end when the line is empty.
    func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }
}
