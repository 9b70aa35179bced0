import NIOPosix
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// Rotations of one key, each while suppliers submit with it; of five answers one is lost, and its call repeated.
///
/// A key works on after its rotation, so a submission that meets one must be taken whichever of the two comes first.
struct RotateBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let submitters = 8
    private static let keys = "/api/v1/partner/account/keys"

    func run() async throws -> [BenchResult] {
        let node = try await node.tenant("rotated")
        let threads = NIOThreadPool(numberOfThreads: Self.submitters + 1)
        threads.start()
        let clock = node.app.environment.monotonic
        var key = RotatedKey(node.partner)
        var (refused, times) = (0, [Duration]())
        for round in 0..<plan.rotations {
            let current = key
            async let submissions = submit(with: current, in: round, at: node.port, on: threads)
            let start = clock()
            if let issued = try await rotate(current, in: round, at: node.port, on: threads) {
                key = issued
            } else {
                refused += 1
            }
            times.append(clock() - start)
            refused += try await submissions
        }
        try await threads.shutdownGracefully()
        return [
            BenchResult(
                what: "requests refused in \(plan.rotations) rotations under load, a fifth of their answers lost",
                ours: Double(refused), peer: nil, unit: "requests", bar: .oursAtMost(0)),
            BenchResult(
                what: "a rotation beside \(Self.submitters) submitters, median",
                ours: times.sorted()[plan.rotations / 2] / .milliseconds(1), peer: nil, unit: "ms", bar: nil),
        ]
    }

    /// One submission each at once; how many were refused.
    private func submit(
        with key: RotatedKey, in round: Int, at port: Int, on threads: NIOThreadPool
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for place in 0..<Self.submitters {
                group.addTask {
                    try await threads.runIfActive {
                        let body = SubmitBench.body("R\(round)-\(place)")
                        let request = LoadConnection.post("/api/v1/partner/invoices", key: key.apiKey, body: body)
                        return (try? LoadConnection(port: port).call(request)) != nil
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 0 : 1) }
        }
    }

    /// The key that was issued in place of one; `nil` when the call was refused.
    private func rotate(
        _ key: RotatedKey, in round: Int, at port: Int, on threads: NIOThreadPool
    ) async throws -> RotatedKey? {
        let request = LoadConnection.post(
            "\(Self.keys)/\(key.id)/rotate", key: key.apiKey, body: "{}",
            headers: "X-Rotation-Secret: \(key.secret)\r\nIdempotency-Key: round-\(round)\r\n")
        return try await threads.runIfActive {
            if round.isMultiple(of: 5) { try LoadConnection(port: port).send(request) }
            guard let answer = try? LoadConnection(port: port).call(request) else { return nil }
            return RotatedKey(try JSONValue.parse(answer))
        }
    }
}

/// What a partner holds of its key.
private struct RotatedKey: Sendable {
    let id: String
    let apiKey: String
    let secret: String

    init(_ issued: IssuedKey) {
        (id, apiKey, secret) = (issued.key.id.description, issued.apiKey, issued.rotationSecret)
    }

    /// From the answer to a rotation; `nil` when it is none.
    init?(_ answer: JSONValue) {
        guard let id = answer["id"]?.string, let apiKey = answer["api_key"]?.string,
            let secret = answer["rotation_secret"]?.string
        else { return nil }
        (self.id, self.apiKey, self.secret) = (id, apiKey, secret)
    }
}
