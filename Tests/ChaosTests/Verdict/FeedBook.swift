import NuntiqModel

/// A lifecycle message as a poll or a timeline tells it; its time is its identity within a tenant.
struct FeedMessage: Sendable, Hashable {
    let token: String
    let code: String
    let recordedAt: Instant
}

/// What a poller saw, that polled all the while.
struct FeedBook: Sendable {
    private(set) var messages: Set<FeedMessage> = []
    private var last: FeedMessage?

    /// Keeps a message, and says when it was seen before or comes out of order.
    mutating func see(_ message: FeedMessage) -> String? {
        guard messages.insert(message).inserted else { return "seen twice: \(message.text)" }
        defer { last = message }
        guard let last, message.recordedAt <= last.recordedAt else { return nil }
        return "out of order: \(message.text) after \(last.text)"
    }

    /// How many invoices were seen to be posted.
    var postedCount: Int { messages.count { $0.code == "ACCEPTED" } }

    /// What of the invoices' own timelines was never seen, and what was seen that they do not have.
    func faults(against timelines: [FeedMessage]) -> [String] {
        let all = Set(timelines)
        return all.subtracting(messages).map { "never seen: \($0.text)" }
            + messages.subtracting(all).map { "seen, but in no timeline: \($0.text)" }
    }
}

extension FeedMessage {
    /// What happened to whom, and when.
    var text: String { "\(code) of \(token) at \(recordedAt)" }
}
