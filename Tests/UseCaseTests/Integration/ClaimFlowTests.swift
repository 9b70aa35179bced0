import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

/// The claim flow on a fresh database, with the clock in the test's hand.
struct ClaimFlow: Sendable {
    let database: any Database
    let clock: TestClock
    let integration: Integration
    let invoices: Invoices
    let seeder: InvoiceSeeder
    let erp = Principal.sample(501)
    let other = Principal.sample(502, name: "other")

    func claimOne(_ seconds: Int64 = 300, by principal: Principal? = nil, modes: Set<HandoutMode> = [.post])
        async throws -> ClaimedLease
    {
        let request = ClaimRequest(limit: 1, leaseSeconds: seconds, modes: modes)
        return try #require(try await integration.claim(request, by: principal ?? erp).first)
    }

    func status(_ token: Token) async throws -> Status {
        try await invoices.detail(token, for: erp).state.status
    }
}

func withClaimFlow(on kind: TestDatabase, _ body: (ClaimFlow) async throws -> Void) async throws {
    let clock = TestClock()
    try await withDatabase(on: kind, clock: clock) { database in
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO tenant (id, subdomain, name, customer_number, timezone, country, settings, created_at)
                VALUES (1, 'acme', 'Acme', '1', 'UTC', 'NL', '{}', ?)
                """,
                [tx.now])
        }
        let secrets = Secrets(masterKey: Array(repeating: 7, count: 32))
        try await body(
            ClaimFlow(
                database: database, clock: clock,
                integration: Integration(database: database, environment: clock.environment, secrets: secrets),
                invoices: Invoices(database: database), seeder: InvoiceSeeder(database)))
    }
}

@Suite
struct ClaimFlowTests {
    @Test(arguments: TestDatabase.allCases)
    func `claim, acknowledge and result take an invoice to 100`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            let token = try await flow.seeder.insert()
            let lease = try await flow.claimOne()
            #expect(lease.invoice == token)
            #expect(lease.fence == 1)
            #expect(lease.mode == .post)
            #expect(lease.expiresAt == flow.clock.now + .seconds(300))
            let acknowledged = try await flow.integration.acknowledge(token, by: flow.erp, lease: lease.leaseToken)
            #expect(acknowledged.change.newStatus == .pendingResult)
            let report = PostingReport(externalIDs: ["ERP-1"])
            let done = try await flow.integration.report(
                .success(report, force: false), on: token, by: flow.erp, lease: lease.leaseToken)
            #expect(done.newStatus == .processed)
            #expect(try await flow.status(token) == .processed)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a lapsed lease is over at that second, without a sweep`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            let token = try await flow.seeder.insert()
            _ = try await flow.claimOne(60)
            flow.clock.advance(by: .seconds(60) - .microseconds(1))
            #expect(try await flow.status(token) == .pendingAcknowledgement)
            #expect(try await flow.integration.claim(ClaimRequest(), by: flow.other).isEmpty)
            flow.clock.advance(by: .microseconds(1))
            #expect(try await flow.status(token) == .pendingIntegrationFirst)
            let next = try await flow.claimOne(by: flow.other)
            #expect(next.fence == 2)
        }
    }
}
