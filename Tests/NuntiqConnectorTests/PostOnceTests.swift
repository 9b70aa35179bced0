import NuntiqConnector
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct PostOnceTests {
    @Test(arguments: TestDatabase.allCases)
    func `a posting whose answer was lost is found, not made again`(database: TestDatabase) async throws {
        let clock = TestClock()
        try await withConnector(on: database, clock: clock) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP(.dropsAnswer))
            await #expect(throws: FakeERP.Lost.self) { try await run(load, erp) }
            let early = try await load.claim(modes: [.post, .verifyFirst])
            #expect(early.isEmpty, "the push may still be under way")
            clock.advance(by: .seconds(121))
            let unasked = try await load.claim()
            #expect(unasked.isEmpty, "only who asks for it gets what is in doubt")
            #expect(try await run(load, erp) == .foundPosted(Posting(id: "ERP-1")))
            #expect(await erp.ledger.count == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what is not in the ERP is posted by the next worker`(database: TestDatabase) async throws {
        let clock = TestClock()
        try await withConnector(on: database, clock: clock) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP())
            let lease = try #require(try await load.claim().first)
            await #expect(throws: FakeERP.Lost.self) {
                try await load.postOnce(
                    lease, reference: "NQ-1", find: { _ in nil }, post: { _, _ in throw FakeERP.Lost() })
            }
            clock.advance(by: .seconds(121))
            #expect(try await run(load, erp) == .posted(Posting(id: "ERP-1")))
            #expect(await erp.ledger.count == 1)
        }
    }

    @Test func `a refusal of the ERP is a failure with its code`() async throws {
        try await withConnector(on: .sqlite) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP(.refuses))
            let outcome = try await run(load, erp)
            #expect(outcome == .refused(PostingRefused(code: "ACCOUNT_MISSING", message: "Account 4711 is closed.")))
            var failed: [JSONValue?] = []
            for try await item in load.all(state: "IntegrationFailed") { failed.append(item["invoice_number"]) }
            #expect(failed == ["INV-0"])
        }
    }

    @Test func `a push that hangs ends with its time, and leaves the invoice in doubt`() async throws {
        try await withConnector(on: .sqlite) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP(.hangs))
            let lease = try #require(try await load.claim().first)
            await #expect(throws: LeaseError.pushDeadlinePassed(invoice: lease.invoiceToken)) {
                try await load.postOnce(
                    lease, reference: "NQ-1", pushTime: .seconds(1), find: { await erp.find($0) },
                    post: { reference, _ in try await erp.post(reference) })
            }
            #expect(try await load.invoice(lease.invoiceToken).statusCode == 95)
        }
    }

    private func run(_ load: InvoiceLoad, _ erp: FakeERP) async throws -> PostOutcome {
        let lease = try #require(try await load.claim(modes: [.post, .verifyFirst]).first)
        return try await load.postOnce(
            lease, reference: "NQ-\(lease.invoiceToken)", find: { await erp.find($0) },
            post: { reference, _ in try await erp.post(reference) })
    }
}
