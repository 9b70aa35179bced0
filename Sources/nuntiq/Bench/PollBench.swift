import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// The delta poll at the end of a long feed, in turns with the same poll of another tenant's short one.
struct PollBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let short = 10_000
    private static let page = 100
    private static let polls = 300
    private static let chunk = 1_000

    func run() async throws -> [BenchResult] {
        let short = try await feed("short", of: Self.short)
        let long = try await feed("long", of: plan.messages)
        let connection = try LoadConnection(port: node.port)
        var times: (short: [Double], long: [Double]) = ([], [])
        for _ in 0..<Self.polls {
            times.short.append(try poll(short, over: connection))
            times.long.append(try poll(long, over: connection))
        }
        return [
            BenchResult(
                what: "poll of \(Self.page) in \(plan.messages) messages, against \(Self.short)",
                ours: times.long.sorted()[Self.polls / 2], peer: times.short.sorted()[Self.polls / 2], unit: "ms",
                bar: .ratioAtMost(1.5))
        ]
    }

    /// The request for the last messages of a tenant that has so many.
    private func feed(_ subdomain: String, of messages: Int) async throws -> [UInt8] {
        let node = try await node.tenant(subdomain)
        let polled = try await submit(to: node)
        try await append(messages - Self.page * 10, about: polled)
        let since = try await node.app.database.write { tx in tx.now }
        try await append(Self.page * 10, about: polled)
        let path = "/v1/invoice-lifecycle-messages?tz=UTC&ext_reference_1=polled&limit=\(Self.page)&since=\(since)"
        return LoadConnection.get("/api" + path, key: node.user.apiKey)
    }

    /// Milliseconds that a poll takes.
    private func poll(_ request: [UInt8], over connection: LoadConnection) throws -> Double {
        let clock = node.app.environment.monotonic
        let start = clock()
        _ = try connection.call(request)
        return (clock() - start) / .milliseconds(1)
    }

    /// The invoice that all messages of a tenant are about.
    private struct Polled: Sendable {
        let tenant: TenantID
        let invoice: Token
    }

    private func submit(to node: BenchNode) async throws -> Polled {
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
}
