/// One caller's closure on its way to a commit, with the caller's continuation inside.
///
/// Exactly one of the answers is given: what `run` returned (after the commit), or `fail`.
struct DatabaseJob: Sendable {
    typealias Answer = @Sendable () -> Void

    /// Runs the caller's closure; the result goes to the caller when the answer is called.
    let run: @Sendable (any Transaction) throws -> Answer
    /// Hands the caller an error.
    let fail: @Sendable (any Error) -> Void
    /// When the caller began to wait.
    let waitingSince: ContinuousClock.Instant

    init<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value,
        since start: ContinuousClock.Instant,
        for caller: CheckedContinuation<Value, any Error>
    ) {
        run = { transaction in
            let value = try body(transaction)
            return { caller.resume(returning: value) }
        }
        fail = { caller.resume(throwing: $0) }
        waitingSince = start
    }
}
