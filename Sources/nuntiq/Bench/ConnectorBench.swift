import NuntiqConnector
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// What the Swift SDK adds to claim(50) → acknowledge → result: eight workers by it, against eight bare sockets.
///
/// Both take turns in one run, each turn on as many invoices.
struct ConnectorBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let workers = 8
    private static let turns = 3
    private static let bar = 0.9

    func run() async throws -> [BenchResult] {
        let claims = ClaimBench(node: node, plan: plan)
        var rates: [[Double]] = [[], [], [], []]
        for turn in 0..<Self.turns {
            try await claims.fill("K\(turn)a")
            rates[0].append(try await claims.batches().rate)
            try await claims.fill("K\(turn)b")
            rates[1].append(try await rate(Self.processBatch))
            try await claims.fill("K\(turn)c")
            rates[2].append(try await claims.singles().rate)
            try await claims.fill("K\(turn)d")
            rates[3].append(try await rate(Self.processSingly))
        }
        let means = rates.map { $0.reduce(0, +) / Double($0.count) }
        return [
            BenchResult(
                what: "Swift SDK, \(Self.workers) workers: claim(50), acknowledge, result, batches", ours: means[1],
                peer: means[0], unit: "invoices/s", bar: .ratioAtLeast(Self.bar)),
            BenchResult(
                what: "the same with single calls", ours: means[3], peer: means[2], unit: "invoices/s",
                bar: .ratioAtLeast(Self.bar)),
        ]
    }

    /// Invoices a second, until there are none or the time is over.
    private func rate(_ process: @escaping @Sendable (InvoiceLoad) async throws -> Int) async throws -> Double {
        let settings = try JobSettings([
            "api_url": .string("http://127.0.0.1:\(node.port)/api"), "api_key": .string(node.user.apiKey),
        ])
        let clock = node.app.environment.monotonic
        let duration = plan.duration
        return try await JobContext.withContext(settings, name: "bench") { context in
            let start = clock()
            let count = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<Self.workers {
                    group.addTask {
                        var done = 0
                        while clock() - start < duration {
                            let count = try await process(InvoiceLoad(context))
                            guard count > 0 else { break }
                            done += count
                        }
                        return done
                    }
                }
                return try await group.reduce(0, +)
            }
            return Double(count) / ((clock() - start) / .seconds(1))
        }
    }

    private static func processBatch(_ load: InvoiceLoad) async throws -> Int {
        let tokens = try await load.claim(limit: 50).map(\.invoiceToken)
        guard !tokens.isEmpty else { return 0 }
        try await load.acknowledge(tokens)
        try await load.report(tokens.map { .success($0, Posting(id: "ERP-1")) })
        return tokens.count
    }

    private static func processSingly(_ load: InvoiceLoad) async throws -> Int {
        let leases = try await load.claim(limit: 50)
        for lease in leases {
            try await load.acknowledge(lease.invoiceToken)
            try await load.succeed(lease.invoiceToken, externalID: "ERP-1")
        }
        return leases.count
    }
}
