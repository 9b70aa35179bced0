import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// What one node changes about a key holds on another within a second, and on itself at once.
@Suite(.timeLimit(.minutes(20)))
struct KeyChangeTests {
    static let keys = TestNuntiq.keysPath

    @Test(arguments: TestDatabase.allCases)
    func `a revoked key is refused by the other node within a second`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind, configure: unlimited) { nuntiq in
            try await nuntiq.withSecondNode { second in
                let made = try await nuntiq.partnerAPI.post(Self.keys, ["label": "short-lived"])
                let (id, apiKey) = (made["data"]?["id"]?.string ?? "", made["data"]?["api_key"]?.string ?? "")
                let caller = second.partnerAPI.showing(apiKey)
                #expect(try await caller.get(Self.keys).status == 200)
                #expect(try await nuntiq.partnerAPI.call(.delete, "\(Self.keys)/\(id)").status == 200)
                #expect(try await nuntiq.partnerAPI.showing(apiKey).get(Self.keys).status == 401)
                try await expectWithinSecond(nuntiq) { try await caller.get(Self.keys).status == 401 }
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a rotation holds on the other node: the new key at once, the old one's limits within a second`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind, configure: unlimited) { nuntiq in
            try await nuntiq.withSecondNode { second in
                #expect(try await second.partnerAPI.get(Self.keys).status == 200)
                let rotated = try await nuntiq.rotate()
                let new = second.partnerAPI.showing(rotated.text("api_key"))
                #expect(try await new.get(Self.keys).status == 200)
                #expect(try await nuntiq.partnerAPI.post(Self.keys, ["label": "x"]).status == 403)
                try await expectWithinSecond(nuntiq) {
                    try await second.partnerAPI.post(Self.keys, [:]).status == 403
                }
                #expect(try await second.partnerAPI.get(Self.keys).status == 200)
            }
        }
    }

    /// Calls until `holds`; a call that began a second or more after the change must find it.
    private func expectWithinSecond(_ nuntiq: TestNuntiq, _ holds: () async throws -> Bool) async throws {
        let changed = nuntiq.app.environment.monotonic()
        var began = changed
        while try await !holds() {
            #expect(began - changed < .seconds(1))
            if began - changed > .seconds(10) { return }
            began = nuntiq.app.environment.monotonic()
        }
    }
}
