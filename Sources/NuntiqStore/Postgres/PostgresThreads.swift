import Foundation

/// The threads of a PostgreSQL database, a connection each; closures block here and nowhere else.
final class PostgresThreads: Sendable {
    private let running = DispatchGroup()

    /// Starts `count` threads that run `work` until it returns.
    func start(_ count: Int, name: String, work: @escaping @Sendable () -> Void) {
        for number in 0..<count {
            running.enter()
            let thread = Thread { [running] in
                work()
                running.leave()
            }
            thread.name = "\(name)-\(number)"
            thread.start()
        }
    }

    /// Waits until every thread has returned.
    func join() async {
        await withCheckedContinuation { done in
            running.notify(queue: .global()) { done.resume() }
        }
    }
}
