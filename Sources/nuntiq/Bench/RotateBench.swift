import NIOPosix
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// Rotations of one key after the other while suppliers submit with it and with the one before; of five answers one
/// is lost, and its call repeated.
struct RotateBench: Sendable {
    let node: BenchNode
    let plan: BenchPlan

    private static let submitters = 8
    private static let keys = "/api/v1/partner/account/keys"

    func run() async throws -> [BenchResult] {
        let node = try await node.tenant("rotated")
        let key = RotatedKey(node.partner)
        let threads = NIOThreadPool(numberOfThreads: Self.submitters + 1)
        threads.start()
        let clock = node.app.environment.monotonic
        let start = clock()
        let refused = try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask { try await rotate(key, at: node.port, on: threads) }
            for place in 0..<Self.submitters {
                group.addTask { try await submit(as: place, with: key, at: node.port, on: threads) }
            }
            return try await group.reduce(0, +)
        }
        let milliseconds = (clock() - start) / .milliseconds(1)
        try await threads.shutdownGracefully()
        return [
            BenchResult(
                what: "requests refused in \(plan.rotations) rotations under load, a fifth of their answers lost",
                ours: Double(refused), peer: nil, unit: "requests", bar: .oursAtMost(0)),
            BenchResult(
                what: "a rotation beside \(Self.submitters) submitters",
                ours: milliseconds / Double(plan.rotations), peer: nil, unit: "ms", bar: nil),
        ]
    }

    /// Submits with keys that are in force until rotating ends; how many submissions were refused.
    private func submit(
        as place: Int, with key: RotatedKey, at port: Int, on threads: NIOThreadPool
    ) async throws -> Int {
        var (refused, number) = (0, 0)
        while let apiKey = await key.borrow() {
            number += 1
            let body = SubmitBench.body("R\(place)-\(number)")
            let isTaken = try await threads.runIfActive {
                let connection = try LoadConnection(port: port)
                let request = LoadConnection.post("/api/v1/partner/invoices", key: apiKey, body: body)
                return (try? connection.call(request)) != nil
            }
            if !isTaken { refused += 1 }
            await key.giveBack(apiKey)
        }
        return refused
    }

    /// Rotates as often as planned; how many calls were refused, whose key then stays.
    private func rotate(_ key: RotatedKey, at port: Int, on threads: NIOThreadPool) async throws -> Int {
        var refused = 0
        for round in 0..<plan.rotations {
            await key.retire()
            let credentials = await key.current
            let request = LoadConnection.post(
                "\(Self.keys)/\(credentials.id)/rotate", key: credentials.apiKey, body: "{}",
                headers: "X-Rotation-Secret: \(credentials.secret)\r\nIdempotency-Key: round-\(round)\r\n")
            let issued = try await threads.runIfActive { () -> RotatedKey.Credentials? in
                if round.isMultiple(of: 5) { try LoadConnection(port: port).send(request) }
                guard let answer = try? LoadConnection(port: port).call(request) else { return nil }
                return RotatedKey.Credentials(try JSONValue.parse(answer))
            }
            if let issued { await key.replace(by: issued) } else { refused += 1 }
        }
        await key.end()
        return refused
    }
}

/// Who uses which of a key's credentials: only the last two work, so the one before last must be at rest.
private actor RotatedKey {
    struct Credentials: Sendable {
        let id: String
        let apiKey: String
        let secret: String

        init?(_ answer: JSONValue) {
            guard let id = answer["id"]?.string, let apiKey = answer["api_key"]?.string,
                let secret = answer["rotation_secret"]?.string
            else { return nil }
            (self.id, self.apiKey, self.secret) = (id, apiKey, secret)
        }

        init(_ issued: IssuedKey) {
            (id, apiKey, secret) = (issued.key.id.description, issued.apiKey, issued.rotationSecret)
        }
    }

    private(set) var current: Credentials
    private var replaced: String?
    private var isEnded = false
    private var turn = false
    private var uses: [String: Int] = [:]
    private var atRest: CheckedContinuation<Void, Never>?

    init(_ issued: IssuedKey) {
        current = Credentials(issued)
    }

    /// A key that works until it is given back; `nil` at the end.
    func borrow() -> String? {
        guard !isEnded else { return nil }
        turn.toggle()
        let apiKey = turn ? current.apiKey : replaced ?? current.apiKey
        uses[apiKey, default: 0] += 1
        return apiKey
    }

    func giveBack(_ apiKey: String) {
        let left = uses[apiKey, default: 1] - 1
        uses[apiKey] = left > 0 ? left : nil
        if left == 0, apiKey != current.apiKey, apiKey != replaced {
            atRest?.resume()
            atRest = nil
        }
    }

    /// Lends the replaced key no more, and waits for those who have it.
    func retire() async {
        guard let old = replaced else { return }
        replaced = nil
        guard uses[old] != nil else { return }
        await withCheckedContinuation { atRest = $0 }
    }

    func replace(by new: Credentials) {
        replaced = current.apiKey
        current = new
    }

    func end() {
        isEnded = true
    }
}
