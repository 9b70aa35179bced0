import Logging
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct ReleaseRuleTests {
    private func withRule(on kind: TestDatabase, _ body: (ClaimFlow, Token) async throws -> Void) async throws {
        try await withClaimFlow(on: kind) { flow in
            try await flow.database.write { tx in
                try tx.execute("UPDATE tenant SET settings = '{\"release_failures\":[\"ERP_DOWN\"]}' WHERE id = 1")
            }
            try await body(flow, try await flow.seeder.insert())
        }
    }

    private func fail(_ flow: ClaimFlow, _ code: String, force: Bool = false) async throws {
        let lease = try await flow.claimOne()
        _ = try await flow.integration.report(
            .failure(FailureReport(code: code, message: nil), force: force), on: lease.invoice, by: flow.erp,
            lease: lease.leaseToken)
    }

    /// Works what is due; answers the moments of what is not due yet.
    private func work(_ flow: ClaimFlow) async throws -> [Instant] {
        let worker = Worker(
            database: flow.database, environment: flow.clock.environment, logger: Logger(label: "test"),
            handlers: [ReleaseRule.workKind: .inTransaction(ReleaseRule.work)])
        _ = try await worker.runDue()
        return try await flow.database.read { tx in
            try tx.query("SELECT due_at FROM work WHERE tenant = ? ORDER BY due_at", [flow.seeder.tenant])
                .map { try $0.instant(0) }
        }
    }

    @Test(.proves("transitions/97-91-rule"), arguments: TestDatabase.allCases)
    func `a named failure is released after 1, 5 and 15 minutes, five times at most`(kind: TestDatabase) async throws {
        try await withRule(on: kind) { flow, token in
            for minutes in [1, 5, 15, 15, 15] {
                try await fail(flow, "ERP_DOWN")
                #expect(try await work(flow) == [flow.clock.now + .seconds(minutes * 60)])
                #expect(try await flow.status(token) == .integrationFailed)
                flow.clock.advance(by: .seconds(minutes * 60))
                #expect(try await work(flow) == [])
                #expect(try await flow.status(token) == .pendingIntegrationRetry)
            }
            try await fail(flow, "ERP_DOWN")
            #expect(try await work(flow) == [])
            #expect(try await flow.status(token) == .integrationFailed)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `other failures, and what a person did meanwhile, are left alone`(kind: TestDatabase) async throws {
        try await withRule(on: kind) { flow, token in
            try await fail(flow, "LINE_MISMATCH")
            #expect(try await work(flow) == [])
            _ = try await flow.integration.release(token, reason: "r", by: flow.erp)
            try await fail(flow, "ERP_DOWN")
            _ = try await flow.integration.handle(.hold, token, reason: "r", by: flow.erp)
            flow.clock.advance(by: .seconds(60))
            #expect(try await work(flow) == [])
            #expect(try await flow.status(token) == .integrationOnHold)
        }
    }
}
