import Glibc
import Synchronization

/// SIGTERM, which ends a run as an error would.
enum StopSignal {
    private static let pace = Duration.milliseconds(200)
    private static let isReceived = Atomic(false)

    /// Runs `body` until its end or the signal.
    static func ending<Value: Sendable>(
        _ environment: ConnectorEnvironment, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        listen()
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: body)
            group.addTask {
                while !isReceived.load(ordering: .relaxed) { try await environment.sleep(pace) }
                throw RunStopped()
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }

    private static func listen() {
        _ = isReceived.load(ordering: .relaxed)  // made here, not in the handler
        signal(SIGTERM) { _ in StopSignal.isReceived.store(true, ordering: .relaxed) }
        // A server starts its children with signals blocked: then they could not be stopped politely.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}

/// The run was stopped by SIGTERM.
struct RunStopped: Error, CustomStringConvertible {
    var description: String { "The run was stopped." }
}
