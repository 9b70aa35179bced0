import NuntiqModel
import NuntiqTesting

/// A walk over the lifecycle messages by the delta poll, from the first on.
///
/// `since` is exclusive: who goes on from the last `recorded_at` sees each message once. Within a walk over what is
/// there already, a full page names the next by its cursor.
struct FeedWalk {
    /// What every invoice of a run refers to: a poll asks for a reference.
    static let reference = "chaos"
    private static let pageSize = 25

    private var since = "1970-01-01T00:00:00Z"
    private var cursor: String?

    /// The next messages; none after a second in which nothing happened.
    mutating func next(by caller: ChaosCaller) async throws -> [FeedMessage] {
        let query = "since=\(since)&tz=UTC&ext_reference_1=\(Self.reference)&limit=\(Self.pageSize)&wait=1"
        let place = cursor.map { "&cursor=\($0)" } ?? ""
        let answer = try await caller.ask { try await $0.get("/api/v1/invoice-lifecycle-messages?\(query)\(place)") }
        guard answer.status == 200, let items = answer["messages"]?.array else {
            throw ChaosError.memberMissing("messages: \(answer.status) \(answer.text)")
        }
        let messages = try items.map(FeedMessage.init)
        cursor = answer["next_cursor"]?.string
        since = messages.last?.recordedAt.description ?? since
        return messages
    }
}

extension FeedMessage {
    /// Reads a message of a poll or of a timeline.
    init(_ message: JSONValue) throws {
        guard let recordedAt = Instant(try message.text("recorded_at")) else {
            throw ChaosError.memberMissing("recorded_at")
        }
        self.init(
            token: try message.text("invoice_token"), code: try message.text("code"), recordedAt: recordedAt)
    }
}
