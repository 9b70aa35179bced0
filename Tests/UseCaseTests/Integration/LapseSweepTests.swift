import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct LapseSweepTests {
    @Test(.proves("transitions/sweep-dated-at-lapse"), arguments: TestDatabase.allCases)
    func `a sweep writes lapses down, dated at the lapse, and changes nothing that anyone sees`(
        kind: TestDatabase
    ) async throws {
        try await withClaimFlow(on: kind) { flow in
            let token = try await flow.seeder.insert()
            let lease = try await flow.claimOne(60)
            let sweep = LapseSweep(database: flow.database)
            #expect(try await sweep.run() == 0)
            flow.clock.advance(by: .seconds(100))
            let before = try await flow.invoices.detail(token, for: flow.erp)
            #expect(try await sweep.run() == 1)
            #expect(try await sweep.run() == 0)
            let after = try await flow.invoices.detail(token, for: flow.erp)
            #expect(after == before)
            let last = try await flow.database.read { tx in
                try tx.query(
                    """
                    SELECT kind, occurred_at, from_status, to_status FROM event
                    WHERE tenant = ? AND subject = ? ORDER BY id DESC LIMIT 1
                    """,
                    [flow.seeder.tenant, token]
                ).map { (try $0.text(0), try $0.instant(1), try $0.int(2), try $0.int(3)) }.first
            }
            let event = try #require(last)
            #expect(event == ("lapse", lease.expiresAt, 92, 90))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a sweep takes all that lapsed, in batches, and leaves live leases`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            for _ in 0..<250 { try await flow.seeder.insert() }
            for _ in 0..<5 { _ = try await flow.integration.claim(ClaimRequest(limit: 50), by: flow.erp) }
            flow.clock.advance(by: .seconds(200))
            let lease = try #require(try await flow.integration.leases(for: flow.erp).first)
            _ = try await flow.integration.heartbeat(lease.invoice, extend: 300, by: flow.erp, lease: nil)
            flow.clock.advance(by: .seconds(100))
            #expect(try await LapseSweep(database: flow.database).run() == 249)
            #expect(try await flow.status(lease.invoice) == .pendingAcknowledgement)
        }
    }

    @Test(.proves("transitions/version-409"), arguments: TestDatabase.allCases)
    func `a write from a screen that is out of date is refused and told what changed`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            let token = try await flow.seeder.insert()
            let seen = try await flow.invoices.detail(token, for: flow.erp).state.version
            _ = try await flow.integration.handle(.hold, token, reason: "r", version: seen, by: flow.erp)
            do {
                _ = try await flow.integration.release(token, reason: "r", version: seen, by: flow.other)
                Issue.record("the write went through")
            } catch let refusal as IntegrationError {
                #expect(refusal.code == "version_conflict")
                #expect(refusal.message.contains("hold by erp at"))
            }
            _ = try await flow.integration.release(token, reason: "r", version: seen + 1, by: flow.other)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what is sent back to 30 runs through the pipeline again`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            let token = try await flow.seeder.insert()
            _ = try await flow.integration.reprocess(token, reason: "r", by: flow.erp)
            let work = try await flow.database.read { tx in
                try tx.query("SELECT kind, subject FROM work WHERE tenant = ?", [flow.seeder.tenant]).map {
                    (try $0.text(0), try $0.token(1))
                }
            }
            #expect(work.map(\.0) == ["pipeline"])
            #expect(work.map(\.1) == [token])
        }
    }
}
