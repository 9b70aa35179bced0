import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// How long a claim takes with many invoices waiting, many tenants, a filter, a churned table, many workers.
struct ClaimLatencyBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let few = 1_000
    private static let calls = 60
    private static let bar = 1.5
    private static let workers = [8, 64, 256]

    func run() async throws -> [BenchResult] {
        let (few, many) = (try await node.tenant("few"), try await node.tenant("many"))
        try await claims(of: few).fill("F", Self.few)
        let plain = try median(few)
        let filtered = try median(few, reference: ClaimBench.reference)
        try await claims(of: many).fill("M", plan.pending)
        let backlog = "with \(plan.pending) pending"
        var results = [
            ratio("claim(1) \(backlog), against \(Self.few)", try median(many), plain),
            ratio(
                "the same with a reference filter", try median(many, reference: ClaimBench.reference), filtered),
            try await single(beside: backlog),
        ]
        results += try await crowd(of: many)
        try await claims(of: many).fill("N", Self.few)
        results.append(ratio("claim(1) on the churned table", try median(many), plain))
        try await makeTenants()
        results.append(ratio("claim(1) among \(plan.tenants) tenants with one each", try median(few), plain))
        return results
    }

    private func claims(of node: BenchNode) -> ClaimBench { ClaimBench(node: node, plan: plan) }

    private func ratio(_ what: String, _ ours: Double, _ peer: Double) -> BenchResult {
        BenchResult(what: what, ours: ours, peer: peer, unit: "ms", bar: .ratioAtMost(Self.bar))
    }

    /// Milliseconds within which half of the calls are answered, each with one invoice.
    private func median(_ node: BenchNode, reference: String? = nil) throws -> Double {
        let connection = try LoadConnection(port: node.port)
        let clock = node.app.environment.monotonic
        let times = try (0..<Self.calls).map { _ in
            let start = clock()
            let found = try ClaimBench.claim(connection, key: node.user.apiKey, limit: 1, reference: reference)
            guard found.count == 1 else { throw LoadError(message: "nothing was left to claim") }
            return (clock() - start) / .milliseconds(1)
        }
        return times.sorted()[Self.calls / 2]
    }

    /// A tenant's only invoice, from its submission's answer on.
    private func single(beside backlog: String) async throws -> BenchResult {
        let small = try await node.tenant("small")
        let clock = node.app.environment.monotonic
        let partner = try await node.app.authentication.principal(showing: small.partner.apiKey, from: "127.0.0.1")
        let intake = node.app.submissions.intake(for: partner)
        try SubmitBench.body("only").utf8CString.dropLast().withUnsafeBytes(intake.feed)
        _ = try await node.app.submissions.submit(intake.finish(), by: partner)
        let connection = try LoadConnection(port: node.port)
        let start = clock()
        try await node.app.worker.runDue()
        guard try ClaimBench.claim(connection, key: small.user.apiKey, limit: 1).count == 1 else {
            throw LoadError(message: "the only invoice was not handed out")
        }
        return BenchResult(
            what: "one tenant's only invoice, checked and claimed, while another waits \(backlog)",
            ours: (clock() - start) / .milliseconds(1), peer: nil, unit: "ms", bar: .oursAtMost(100))
    }

    /// The rate of the largest crowd of workers against the best rate.
    private func crowd(of many: BenchNode) async throws -> [BenchResult] {
        var rates: [Double] = []
        for workers in Self.workers { rates.append(try await claims(of: many).claims(workers: workers).rate) }
        return zip(Self.workers, rates).map { workers, rate in
            let isLast = workers == Self.workers.last
            return BenchResult(
                what: "claim(10) by \(workers) workers" + (isLast ? ", against the best" : ""), ours: rate,
                peer: isLast ? rates.max() : nil, unit: "invoices/s", bar: isLast ? .ratioAtLeast(0.9) : nil)
        }
    }

    private func makeTenants() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in 0..<16 {
                group.addTask {
                    for number in stride(from: place, to: plan.tenants, by: 16) {
                        try await claims(of: node.tenant("tenant-\(number)")).fill("T", 1)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
