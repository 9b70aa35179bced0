internal import Foundation
internal import Synchronization

/// One mail on its way to the server, and who waits for the outcome.
final class SMTPJob: Sendable {
    let sender: String
    let recipient: String
    let bytes: [UInt8]
    private let isStopped = Atomic(false)
    private let waiting = Mutex<CheckedContinuation<DeliveryOutcome, Never>?>(nil)

    init(_ message: MailMessage) {
        sender = message.sender.description
        recipient = message.recipient.description
        bytes = message.bytes
    }

    /// Whether nobody wants it sent any more.
    var isCancelled: Bool { isStopped.load(ordering: .relaxed) }

    func begin(_ done: CheckedContinuation<DeliveryOutcome, Never>) {
        waiting.withLock { $0 = done }
    }

    func cancel() {
        isStopped.store(true, ordering: .relaxed)
    }

    func finish(_ outcome: DeliveryOutcome) {
        waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }?.resume(returning: outcome)
    }
}

/// The line of mails before the threads; as long as there are work items that run, which are few.
///
/// Locked by an `NSCondition`, on which the threads sleep; hence unchecked.
final class SMTPLine: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [SMTPJob] = []
    private var isClosed = false

    func add(_ job: SMTPJob) {
        condition.withLock {
            jobs.append(job)
            condition.signal()
        }
    }

    /// Waits for the next mail; `nil` when the line is closed.
    func take() -> SMTPJob? {
        condition.withLock {
            while jobs.isEmpty, !isClosed { condition.wait() }
            return jobs.isEmpty ? nil : jobs.removeFirst()
        }
    }

    func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }
}
