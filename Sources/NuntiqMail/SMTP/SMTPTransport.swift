internal import Foundation

/// Hands mails to one server, a few at a time, over connections that are used again.
///
/// A few threads of its own, a connection each: libcurl blocks there and never on the cooperative pool.
public final class SMTPTransport: MailTransport {
    private let line = SMTPLine()

    /// Starts `connections` threads; a connection is opened when it is first needed.
    public init(_ server: SMTPServer, connections: Int = 6, limits: SMTPLimits = SMTPLimits()) {
        for number in 0..<connections {
            let thread = Thread { [line] in
                let connection = SMTPConnection(server, limits)
                while let job = line.take() { job.finish(connection?.deliver(job) ?? Self.noMemory) }
            }
            thread.name = "smtp-\(number)"
            thread.start()
        }
    }

    deinit {
        line.close()
    }

    /// Hands one mail over; a cancelled task breaks the connection, and the mail is tried again.
    public func send(_ message: MailMessage) async -> DeliveryOutcome {
        let job = SMTPJob(message)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { done in
                job.begin(done)
                line.add(job)
            }
        } onCancel: {
            job.cancel()
        }
    }

    private static let noMemory = DeliveryOutcome.postponed(reason: "out of memory")
}
