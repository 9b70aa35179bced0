import NuntiqCore
import NuntiqServer

/// Ten times as many callers as keep the server busy: what it takes on is still answered in time, the rest is told to
/// come back.
struct OverloadBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let times = 10
    /// The longest that a write may wait before others are turned away, and what the answer takes beside.
    private static let bound = ServerConfiguration().writeDelayMax / .milliseconds(1) * 1.25

    func run() async throws -> [BenchResult] {
        let full = try await load(plan.connections, "full")
        let over = try await load(plan.connections * Self.times, "over")
        let callers = "\(plan.connections * Self.times) connections"
        return [
            BenchResult(
                what: "submissions taken from \(callers), against \(plan.connections)", ours: over.rate,
                peer: full.rate, unit: "requests/s", bar: .ratioAtLeast(0.9)),
            BenchResult(
                what: "99th percentile of those", ours: over.percentile99, peer: full.percentile99, unit: "ms",
                bar: .oursAtMost(Self.bound)),
            BenchResult(
                what: "told to come back meanwhile", ours: Double(over.refused), peer: nil, unit: "requests",
                bar: nil),
        ]
    }

    private func load(_ connections: Int, _ mark: String) async throws -> Load {
        let key = node.partner.apiKey
        return try await Load.run(
            connections: connections, for: plan.duration, against: node, repeatsRefused: true
        ) { connection, place in
            let body = SubmitBench.body("\(mark)-\(place)")
            let request = LoadConnection.post("/api/v1/partner/invoices", key: key, body: body)
            return try connection.call(request).isEmpty ? 0 : 1
        }
    }
}
