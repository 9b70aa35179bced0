import NuntiqConnector
import NuntiqModel
import NuntiqTesting
import Synchronization
import Testing

@Suite
struct PostOnceTests {
    @Test(arguments: TestDatabase.allCases)
    func `a posting whose answer was lost is found, not made again`(database: TestDatabase) async throws {
        let clock = TestClock()
        try await withConnector(on: database, clock: clock) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP(.dropsAnswer))
            await erp.hide()
            await #expect(throws: PostingInDoubt.self) { try await run(load, erp) }
            let early = try await load.claim(modes: [.post, .verifyFirst])
            #expect(early.isEmpty, "the push may still be under way")
            clock.advance(by: .seconds(121))
            let unasked = try await load.claim()
            #expect(unasked.isEmpty, "only who asks for it gets what is in doubt")
            await erp.show()
            #expect(try await run(load, erp) == .foundPosted(Posting(id: "ERP-1")))
            #expect(await erp.ledger.count == 1)
        }
    }

    @Test func `a posting whose answer was lost is found at once where the ERP shows it`() async throws {
        try await withConnector(on: .sqlite) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP(.dropsAnswer))
            let outcome = try await run(load, erp)
            #expect(outcome == .foundPosted(Posting(id: "ERP-1")))
        }
    }

    @Test func `what somebody posted by hand under the reference is not posted again`() async throws {
        try await withConnector(on: .sqlite) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP())
            let lease = try #require(try await load.claim().first)
            _ = try await erp.post("NQ-\(lease.invoiceToken)")
            let outcome = try await post(lease, load, erp)
            #expect(outcome == .foundPosted(Posting(id: "ERP-1")))
            #expect(await erp.ledger.count == 1)
        }
    }

    @Test func `an ERP that says it has the reference is believed, and nothing sent goes back into the queue`()
        async throws
    {
        try await withConnector(on: .sqlite) { context, _ in
            let load = InvoiceLoad(context)
            let lease = try #require(try await load.claim().first)
            await #expect(throws: NothingSent("no route")) {
                try await load.postOnce(
                    lease, reference: "NQ-1", refusesKnown: true, find: nil,
                    post: { _ in throw NothingSent("no route") })
            }
            let again = try #require(try await load.claim().first)
            #expect(again.mode == .post && again.intent == nil)
            let outcome = try await load.postOnce(
                again, reference: "NQ-1", refusesKnown: true, find: nil,
                post: { _ in throw AlreadyPosted(Posting(id: "ERP-7")) })
            #expect(outcome == .foundPosted(Posting(id: "ERP-7")))
            #expect(try await load.invoice(lease.invoiceToken).raw["integration"]?["external_id_1"] == "ERP-7")
        }
    }

    @Test func `without a look-up a doubt stays for a person`() async throws {
        let clock = TestClock()
        try await withConnector(on: .sqlite, clock: clock) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP(.dropsAnswer))
            let lease = try #require(try await load.claim().first)
            await #expect(throws: PostingInDoubt.self) {
                try await load.postOnce(
                    lease, reference: "NQ-1", find: nil, post: { try await erp.post($0.reference) })
            }
            clock.advance(by: .seconds(121))
            let doubtful = try #require(try await load.claim(modes: [.verifyFirst]).first)
            await #expect(throws: PostingInDoubt.self) {
                try await load.postOnce(
                    doubtful, reference: "NQ-1", find: nil, post: { try await erp.post($0.reference) })
            }
            #expect(try await load.invoice(lease.invoiceToken).statusCode == 95)
            #expect(await erp.ledger.count == 1)
        }
    }

    @Test func `a worker that was paused beyond its time does not send`() async throws {
        let pause = Pause()
        try await withConnector(on: .sqlite, environment: pause.environment) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP())
            let lease = try #require(try await load.claim().first)
            await #expect(throws: PostingInDoubt.self) {
                try await load.postOnce(
                    lease, reference: "NQ-1", pushTime: .seconds(2), find: { await erp.find($0) },
                    post: { push in
                        pause.take(.seconds(3))
                        try push.checkTime()
                        return try await erp.post(push.reference)
                    })
            }
            #expect(await erp.ledger.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what is not in the ERP is posted by the next worker`(database: TestDatabase) async throws {
        let clock = TestClock()
        try await withConnector(on: database, clock: clock) { context, _ in
            let (load, erp) = (InvoiceLoad(context), FakeERP())
            let lease = try #require(try await load.claim().first)
            await #expect(throws: PostingInDoubt.self) {
                try await load.postOnce(
                    lease, reference: "NQ-1", find: { _ in nil }, post: { _ in throw FakeERP.Lost() })
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
            await #expect(throws: PostingInDoubt.self) {
                try await load.postOnce(
                    lease, reference: "NQ-1", pushTime: .seconds(1), find: { await erp.find($0) },
                    post: { try await erp.post($0.reference) })
            }
            #expect(try await load.invoice(lease.invoiceToken).statusCode == 95)
        }
    }

    private func run(_ load: InvoiceLoad, _ erp: FakeERP) async throws -> PostOutcome {
        let lease = try #require(try await load.claim(modes: [.post, .verifyFirst]).first)
        return try await post(lease, load, erp)
    }

    private func post(_ lease: InvoiceLease, _ load: InvoiceLoad, _ erp: FakeERP) async throws -> PostOutcome {
        try await load.postOnce(
            lease, reference: "NQ-\(lease.invoiceToken)", find: { await erp.find($0) },
            post: { try await erp.post($0.reference) })
    }
}

/// A clock that stands ahead of the machine's by the pauses a process took.
private final class Pause: Sendable {
    private let taken = Mutex(Duration.zero)

    func take(_ duration: Duration) { taken.withLock { $0 += duration } }

    var environment: ConnectorEnvironment {
        var environment = ConnectorEnvironment.live
        environment.monotonic = { ContinuousClock.now + self.taken.withLock { $0 } }
        return environment
    }
}
