import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// Keys are rotated while suppliers go on submitting with the key in force and the one just replaced.
///
/// `NUNTIQ_TEST_ROTATIONS=1000` makes it the long form.
@Suite(.timeLimit(.minutes(20)))
struct RotationLoadTests {
    static let rotations = ProcessInfo.processInfo.environment["NUNTIQ_TEST_ROTATIONS"].flatMap { Int($0) } ?? 40

    @Test(.proves("operations/rotations-under-load"), arguments: TestDatabase.allCases)
    func `keys rotate under load, answers get lost, and no request is refused`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind, configure: unlimited) { nuntiq in
            try await nuntiq.withSecondNode { second in
                let other = try await nuntiq.foreignKey()
                let lanes = [
                    RotationLane("a", [nuntiq, second], nuntiq.key), RotationLane("b", [second, nuntiq], other),
                ]
                let submitted = try await withThrowingTaskGroup(of: Int.self) { group in
                    for lane in lanes {
                        group.addTask {
                            try await lane.rotate(times: Self.rotations / lanes.count)
                            return 0
                        }
                        for number in 0..<2 { group.addTask { try await lane.submit(as: number) } }
                    }
                    return try await group.reduce(0, +)
                }
                let stored = try await nuntiq.app.database.read { tx in
                    try tx.query("SELECT count(*) FROM invoice WHERE tenant = ?", [nuntiq.tenant.id])[0].int(0)
                }
                #expect(stored == Int64(submitted) && submitted > Self.rotations)
            }
        }
    }
}

/// One key in use by submitters on two nodes while it is rotated again and again.
private struct RotationLane: Sendable {
    let name: String
    let nodes: [TestNuntiq]
    let key: KeyInUse

    init(_ name: String, _ nodes: [TestNuntiq], _ issued: IssuedKey) {
        (self.name, self.nodes) = (name, nodes)
        key = KeyInUse(issued)
    }

    /// Submits with the key in force and the one before it by turns, on both nodes by turns, until rotating ends.
    func submit(as number: Int) async throws -> Int {
        var count = 0
        while let apiKey = await key.borrow() {
            count += 1
            let answer = try await nodes[count / 2 % 2].partnerAPI.showing(apiKey).post(
                TestNuntiq.submissionPath,
                [
                    "invoice": [
                        "invoice_number": .string("\(name)-\(number)-\(count)"), "invoice_date": "2026-02-01",
                        "currency": "EUR", "total_amount": 10,
                    ]
                ])
            try #require(answer.status == 200, "\(answer.text)")
            await key.giveBack(apiKey)
        }
        return count
    }

    /// Rotates; of five answers one is thrown away and one is cut off, and both calls are repeated.
    func rotate(times: Int) async throws {
        for round in 0..<times {
            await key.retire()
            let issued = await key.current
            let attempt = "\(name)-\(round)"
            switch round % 5 {
            case 1: try await cutOff(issued, attempt)
            case 3:
                let lost = try await rotate(issued, attempt, on: nodes[0])
                try #require(lost.status == 200, "\(lost.text)")
            default: break
            }
            let answer = try await rotate(issued, attempt, on: nodes[round % 2])
            try #require(answer.status == 200, "\(answer.text)")
            #expect(round % 5 != 3 || answer.header("Idempotent-Replayed") == "true")
            await key.replace(by: (answer.text("id"), answer.text("api_key"), answer.text("rotation_secret")))
        }
        await key.end()
    }

    private func rotate(
        _ issued: KeyInUse.Credentials, _ attempt: String, on node: TestNuntiq
    ) async throws -> TestAnswer {
        try await node.rotate(issued.id, issued.apiKey, issued.secret, idempotencyKey: attempt)
    }

    /// Sends the call and hangs up.
    private func cutOff(_ issued: KeyInUse.Credentials, _ attempt: String) async throws {
        let head = """
            POST \(TestNuntiq.keysPath)/\(issued.id)/rotate HTTP/1.1
            Host: localhost
            X-API-Key: \(issued.apiKey)
            X-Rotation-Secret: \(issued.secret)
            Idempotency-Key: \(attempt)


            """
        try await RawConnection.open(port: nodes[1].port) { raw in try await raw.send(head) }
    }
}

/// Who uses which of a key's credentials: only the last two work, so the one before last must be at rest.
private actor KeyInUse {
    typealias Credentials = (id: String, apiKey: String, secret: String)

    private(set) var current: Credentials
    private var replaced: String?
    private var isEnded = false
    private var turn = false
    private var uses: [String: Int] = [:]
    private var atRest: CheckedContinuation<Void, Never>?

    init(_ issued: IssuedKey) {
        current = (issued.key.id.description, issued.apiKey, issued.rotationSecret)
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
        uses[apiKey, default: 0] -= 1
        if uses[apiKey] == 0, apiKey != current.apiKey, apiKey != replaced {
            atRest?.resume()
            atRest = nil
        }
    }

    /// Lends the replaced key no more, and waits for those who have it.
    func retire() async {
        guard let old = replaced else { return }
        replaced = nil
        guard uses[old, default: 0] > 0 else { return }
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
