import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// The delta poll at the end of a long feed, against the same poll when the feed was short.
struct PollBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let short = 10_000
    private static let page = 100
    private static let polls = 300
    private static let chunk = 1_000

    func run() async throws -> [BenchResult] {
        let polled = try await submit()
        try await append(Self.short, about: polled)
        let short = try await median(about: polled)
        try await append(plan.messages - Self.short, about: polled)
        let long = try await median(about: polled)
        return [
            BenchResult(
                what: "poll of \(Self.page) in \(plan.messages) messages, against \(Self.short)", ours: long,
                peer: short, unit: "ms", bar: .ratioAtMost(1.5))
        ]
    }

    /// The invoice that all messages are about.
    private struct Polled: Sendable {
        let tenant: TenantID
        let invoice: Token
    }

    private func submit() async throws -> Polled {
        let principal = try await node.app.authentication.principal(showing: node.partner.apiKey, from: "127.0.0.1")
        let intake = node.app.submissions.intake(for: principal)
        try SubmitBench.body("poll").utf8CString.dropLast().withUnsafeBytes(intake.feed)
        let answer = try await node.app.submissions.submit(intake.finish(), by: principal)
        return Polled(tenant: principal.tenant, invoice: answer.invoice)
    }

    /// Loads messages in bulk, every tenth under the reference that is polled for.
    private func append(_ count: Int, about polled: Polled) async throws {
        for start in stride(from: 0, to: count, by: Self.chunk) {
            try await node.app.database.write { tx in
                for number in start..<min(start + Self.chunk, count) {
                    let reference = number.isMultiple(of: 10) ? "polled" : "other \(number % 97)"
                    try tx.append(
                        EventRecord(
                            tenant: polled.tenant, subject: polled.invoice.bytes, kind: "message",
                            code: LifecycleCode.inProcess.rawValue, occurredAt: tx.now, fromStatus: 20, toStatus: 20,
                            references: [reference, "", "", "", ""]))
                }
            }
        }
        try await node.sequence()
    }

    /// Milliseconds of a poll that finds the last messages of the feed.
    private func median(about polled: Polled) async throws -> Double {
        let since = try await place(about: polled)
        let path = "/v1/invoice-lifecycle-messages?tz=UTC&ext_reference_1=polled&limit=\(Self.page)&since=\(since)"
        let request = LoadConnection.get("/api" + path, key: node.user.apiKey)
        let connection = try LoadConnection(port: node.port)
        let clock = node.app.environment.monotonic
        let times = try (0..<Self.polls).map { _ in
            let start = clock()
            _ = try connection.call(request)
            return (clock() - start) / .milliseconds(1)
        }
        return times.sorted()[Self.polls / 2]
    }

    /// Appends what a poll finds, and says from where on.
    private func place(about polled: Polled) async throws -> Instant {
        let before = try await node.app.database.write { tx in tx.now }
        try await append(Self.page * 10, about: polled)
        return before
    }
}
