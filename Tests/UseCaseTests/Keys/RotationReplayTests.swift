import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// A lost answer is no downtime: the same call gives it again.
@Suite
struct RotationReplayTests {
    @Test(.proves("partner/rotate-replay"), arguments: TestDatabase.allCases)
    func `for ten minutes the same call has the same answer`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let issued = try await accounts.issue()
            let first = try await accounts.rotate(issued, idempotencyKey: "k")
            #expect(!first.isReplay)
            accounts.clock.advance(by: .seconds(600) - .microseconds(1))
            let again = try await accounts.rotate(issued, expiry: .days(30), idempotencyKey: "k")
            #expect(again.isReplay && again.issued == first.issued)
            accounts.clock.advance(by: .microseconds(1))
            await #expect(throws: KeyError.rotationRefused) {
                try await accounts.rotate(issued, idempotencyKey: "k")
            }
            #expect(try await accounts.open(first.issued.apiKey) != nil)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the first use of the new key ends it, on whatever node`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let issued = try await accounts.issue()
            let rotated = try await accounts.rotate(issued, idempotencyKey: "k").issued
            #expect(try await accounts.open(issued.apiKey)?.inGrace == true)
            #expect(try await accounts.rotate(issued, idempotencyKey: "k").isReplay)
            let node = accounts.authentication()
            _ = try await node.principal(showing: rotated.apiKey, from: "")
            await #expect(throws: KeyError.rotationRefused) {
                try await accounts.rotate(issued, idempotencyKey: "k")
            }
            _ = try await node.principal(showing: rotated.apiKey, from: "")
            #expect(try await accounts.rotate(rotated, idempotencyKey: "k").isReplay == false)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a late first use of the key before leaves the answer of the next rotation`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let issued = try await accounts.issue()
            let second = try await accounts.rotate(issued, idempotencyKey: "k1").issued
            let hash = accounts.secrets.hash(second.apiKey)
            let third = try await accounts.rotate(second, idempotencyKey: "k2").issued
            try await accounts.database.write { [acme = accounts.acme.id] tx in
                try RotationReplayRepository(tx).remove(acme, of: issued.key.id, bringing: hash)
            }
            #expect(try await accounts.rotate(second, idempotencyKey: "k2").issued.apiKey == third.apiKey)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `without the key of that call, with other credentials or after the next rotation there is none`(
        kind: TestDatabase
    ) async throws {
        try await withAccounts(on: kind) { accounts in
            let (issued, other) = (try await accounts.issue("a"), try await accounts.issue("b"))
            let second = try await accounts.rotate(issued, idempotencyKey: "k").issued
            for key in [nil, "K", "k2"] {
                await #expect(throws: KeyError.rotationRefused) {
                    try await accounts.rotate(issued, idempotencyKey: key)
                }
            }
            let foreign = [(issued.apiKey, other.rotationSecret), (other.apiKey, issued.rotationSecret)]
            for (key, secret) in foreign {
                await #expect(throws: KeyError.rotationRefused) {
                    try await accounts.keys.rotate(
                        RotationRequest(
                            keyID: issued.key.id, apiKey: key, rotationSecret: secret, idempotencyKey: "k"),
                        by: accounts.holder(of: issued))
                }
            }
            _ = try await accounts.rotate(second)
            for old in [issued, second] {
                await #expect(throws: KeyError.rotationRefused) {
                    try await accounts.rotate(old, idempotencyKey: "k")
                }
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a revoked key has nothing to give again`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let issued = try await accounts.issue()
            _ = try await accounts.rotate(issued, idempotencyKey: "k")
            _ = try await accounts.keys.revoke(issued.key.id, in: accounts.acme.id, by: .console)
            await #expect(throws: KeyError.rotationRefused) {
                try await accounts.rotate(issued, idempotencyKey: "k")
            }
            #expect(try await replays(accounts).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `of several calls with one key all get the one answer`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let issued = try await accounts.issue()
            let answers = try await withThrowingTaskGroup(of: RotatedKey.self) { group in
                for _ in 0..<4 { group.addTask { try await accounts.rotate(issued, idempotencyKey: "k") } }
                return try await group.reduce(into: [RotatedKey]()) { $0.append($1) }
            }
            #expect(Set(answers.map(\.issued.apiKey)).count == 1)
            #expect(answers.count { !$0.isReplay } == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what is stored does not give the credentials away`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let issued = try await accounts.issue()
            let rotated = try await accounts.rotate(issued, idempotencyKey: "k").issued
            let sealed = try #require(try await replays(accounts).first)
            let texts = [rotated.apiKey, rotated.rotationSecret, issued.rotationSecret].map { Array($0.utf8) }
            #expect(!texts.contains { sealed.contains($0) })
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what is over is swept away`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            _ = try await accounts.rotate(accounts.issue("a"), idempotencyKey: "k")
            accounts.clock.advance(by: .seconds(300))
            _ = try await accounts.rotate(accounts.issue("b"), idempotencyKey: "k")
            let sweep = RotationReplaySweep(database: accounts.database)
            #expect(try await sweep.run() == 0)
            accounts.clock.advance(by: .seconds(300))
            #expect(try await sweep.run() == 1)
            #expect(try await replays(accounts).count == 1)
        }
    }

    private func replays(_ accounts: AccountsUnderTest) async throws -> [[UInt8]] {
        try await accounts.database.read { [acme = accounts.acme.id] tx in
            try tx.query("SELECT answer FROM rotation_replay WHERE tenant = ?", [acme]).map { try $0.bytes(0) }
        }
    }
}
