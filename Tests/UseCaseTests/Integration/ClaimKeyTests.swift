import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct ClaimKeyTests {
    private func keyed(_ limit: Int = 10, seconds: Int64 = 300) -> ClaimRequest {
        ClaimRequest(limit: limit, leaseSeconds: seconds, idempotencyKey: "k")
    }

    @Test(
        .proves("customer/claim-idempotency-replay", "customer/claim-idempotency-ended"),
        arguments: TestDatabase.allCases)
    func `the same key gets the same leases with their present expiry, without those that ended`(
        kind: TestDatabase
    ) async throws {
        try await withClaimFlow(on: kind) { flow in
            for _ in 0..<3 { try await flow.seeder.insert() }
            let first = try await flow.integration.claim(keyed(2), by: flow.erp)
            #expect(first.count == 2)
            #expect(try await flow.integration.claim(keyed(2), by: flow.erp) == first)
            flow.clock.advance(by: .seconds(100))
            let renewed = try #require(first.first)
            _ = try await flow.integration.heartbeat(renewed.invoice, extend: 600, by: flow.erp, lease: nil)
            _ = try await flow.succeed(try #require(first.last))
            let replayed = try await flow.integration.claim(keyed(2), by: flow.erp)
            #expect(replayed.map(\.invoice) == [renewed.invoice])
            #expect(replayed.first?.leaseToken == renewed.leaseToken)
            #expect(replayed.first?.expiresAt == flow.clock.now + .seconds(600))
        }
    }

    @Test(.proves("customer/claim-idempotency-race"), arguments: TestDatabase.allCases)
    func `retries that race get the same leases`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            for _ in 0..<30 { try await flow.seeder.insert() }
            let request = keyed(5)
            let answers = try await withThrowingTaskGroup(of: [ClaimedLease].self) { group in
                for _ in 0..<8 { group.addTask { try await flow.integration.claim(request, by: flow.erp) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map { Set($0.map(\.leaseToken)) }).count == 1)
            #expect(answers.allSatisfy { $0.count == 5 })
        }
    }

    @Test(.proves("customer/claim-idempotency-empty"), arguments: TestDatabase.allCases)
    func `an empty claim is not remembered`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            #expect(try await flow.integration.claim(keyed(), by: flow.erp).isEmpty)
            try await flow.seeder.insert()
            #expect(try await flow.integration.claim(keyed(), by: flow.erp).count == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a sweep removes keys that protect nothing any more`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            try await flow.seeder.insert()
            let first = try await flow.integration.claim(keyed(), by: flow.erp)
            let sweep = ClaimKeySweep(database: flow.database)
            #expect(try await sweep.run() == 0)
            #expect(try await flow.integration.claim(keyed(), by: flow.erp) == first)
            flow.clock.advance(by: .seconds(300))
            #expect(try await sweep.run() == 1)
        }
    }

    @Test(.proves("customer/claim-idempotency-422"), arguments: TestDatabase.allCases)
    func `other parameters under the same key are refused`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            try await flow.seeder.insert()
            _ = try await flow.integration.claim(keyed(), by: flow.erp)
            await #expect(throws: IntegrationError.idempotencyKeyReused) {
                try await flow.integration.claim(keyed(11), by: flow.erp)
            }
        }
    }

    @Test(
        .proves("customer/claim-idempotency-ttl", "customer/claim-idempotency-scope"),
        arguments: TestDatabase.allCases)
    func `after the first lease length the key claims anew, and another principal's key is its own`(
        kind: TestDatabase
    ) async throws {
        try await withClaimFlow(on: kind) { flow in
            for _ in 0..<2 { try await flow.seeder.insert() }
            let first = try await flow.integration.claim(keyed(1), by: flow.erp)
            let others = try await flow.integration.claim(keyed(1), by: flow.other)
            #expect(first.map(\.invoice) != others.map(\.invoice))
            flow.clock.advance(by: .seconds(300))
            let anew = try await flow.integration.claim(keyed(2), by: flow.erp)
            #expect(anew.count == 2)
            #expect(anew.allSatisfy { $0.fence == 2 })
        }
    }
}
