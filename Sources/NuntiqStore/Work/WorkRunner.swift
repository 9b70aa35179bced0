internal import Logging
internal import Metrics
internal import NuntiqModel
internal import Synchronization

/// Runs one taken item through its handler and settles it.
struct WorkRunner: Sendable {
    private static let unknownKindPause = Duration.seconds(60)

    let database: any Database
    let environment: RuntimeEnvironment
    let logger: Logger
    let handlers: [String: WorkHandler]
    let retries: RetryPolicy
    let lease: Duration

    /// Never throws: a failure is settled as one, and what cannot be settled comes back when its lease ends.
    func run(_ work: TakenWork) async {
        let held = HeldWork(work)
        do {
            count(work, try await outcome(of: held))
        } catch WorkError.leaseLost {
            logger.notice("work lease lost", metadata: metadata(work))
        } catch {
            await settleFailure(of: held.work, error)
        }
    }

    private func outcome(of held: HeldWork) async throws -> WorkOutcome {
        let work = held.work
        guard work.attempts <= retries.attemptsMax else {
            return try await finish(work) { _ in
                .park(reason: work.lastError.isEmpty ? "It never came to an end." : work.lastError)
            }
        }
        switch handlers[work.item.kind] {
        case nil: return try await putBack(work, after: Self.unknownKindPause, "No handler for \(work.item.kind) here.")
        case .inTransaction(let body): return try await finish(work) { try body(work, $0) }
        case .outside(let effect):
            let completion = try await renewing(held) { try await effect(work) }
            return try await finish(held.work, completion)
        }
    }

    /// Runs `body` and settles the item by its outcome, in one transaction.
    private func finish(
        _ work: TakenWork, _ body: @escaping @Sendable (any Transaction) throws -> WorkOutcome
    ) async throws -> WorkOutcome {
        let chance = environment.random(1).first ?? 0
        return try await database.write { [retries] tx in
            try WorkQueue.hold(tx, work)
            let outcome = try body(tx)
            let settlement = retries.settlement(of: outcome, attempts: work.attempts, chance: chance)
            try WorkQueue.settle(tx, work, settlement)
            return outcome
        }
    }

    /// Puts an item back as if it had not been taken.
    private func putBack(_ work: TakenWork, after pause: Duration, _ reason: String) async throws -> WorkOutcome {
        try await database.write { tx in
            try WorkQueue.hold(tx, work)
            try WorkQueue.settle(tx, work, .again(after: pause, attempts: work.attempts - 1, reason: reason))
        }
        return .retry(after: pause, reason: reason)
    }

    private func settleFailure(of work: TakenWork, _ error: any Error) async {
        logger.warning("work failed", metadata: metadata(work, ["error": "\(error)"]))
        await logging("settle failed work") {
            let outcome =
                isOurs(error)
                ? try await putBack(work, after: retries.firstPause, "\(error)")
                : try await finish(work) { _ in .retry(reason: "\(error)") }
            count(work, outcome)
        }
    }

    /// Whether the failure is the store's and says nothing about the item.
    private func isOurs(_ error: any Error) -> Bool {
        switch error {
        case StoreError.unavailable, StoreError.overloaded, StoreError.closed, StoreError.lockTimeout: true
        case BlobError.unavailable, is CancellationError: true
        default: false
        }
    }
}

// MARK: - Leases of outside effects

extension WorkRunner {
    /// Runs `effect` while the lease is renewed; an effect whose lease is lost is cancelled.
    private func renewing<Value: Sendable>(
        _ held: HeldWork, _ effect: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await effect() }
            group.addTask {
                try await renew(held)
                return nil
            }
            var result: Value?
            while let value = try await group.next() {
                result = result ?? value
                group.cancelAll()
            }
            guard let result else { throw CancellationError() }
            return result
        }
    }

    /// Renews every third of the lease until cancelled.
    private func renew(_ held: HeldWork) async throws {
        var renewed = environment.monotonic()
        while true {
            do { try await Task.sleep(for: lease / 3) } catch { return }
            let work = held.work
            do {
                held.work = try await database.write { [lease] tx in try WorkQueue.extend(tx, work, by: lease) }
                renewed = environment.monotonic()
            } catch  where isOurs(error) && environment.monotonic() - renewed < lease {
                continue  // a database that was away for a moment ends no effect; nobody else has the item yet
            }
        }
    }
}

/// An item with its present lease, which its own renewals move.
private final class HeldWork: Sendable {
    private let state: Mutex<TakenWork>

    init(_ work: TakenWork) {
        state = Mutex(work)
    }

    var work: TakenWork {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}

// MARK: - Logs and metrics

extension WorkRunner {
    /// Runs `body`; an error is logged and `nil` the answer.
    @discardableResult
    func logging<Value>(_ what: String, _ body: () async throws -> Value) async -> Value? {
        do {
            return try await body()
        } catch {
            logger.error("cannot \(what)", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func metadata(_ work: TakenWork, _ more: Logger.Metadata = [:]) -> Logger.Metadata {
        let own: Logger.Metadata = [
            "kind": "\(work.item.kind)", "tenant": "\(work.item.tenant.rawValue)", "work": "\(work.id)",
            "attempt": "\(work.attempts)",
        ]
        return own.merging(more) { $1 }
    }

    private func count(_ work: TakenWork, _ outcome: WorkOutcome) {
        let name =
            switch outcome {
            case .done: "done"
            case .retry: "retry"
            case .park: "park"
            }
        Counter(label: "nuntiq_work_total", dimensions: [("kind", work.item.kind), ("outcome", name)]).increment()
    }
}
