import NuntiqCore
import NuntiqModel
import NuntiqPipeline
import NuntiqServer
import NuntiqTesting
import Testing

@testable import NuntiqStore

@Suite(.timeLimit(.minutes(20)))
struct PipelineRunTests {
    @Test(.proves("pipeline/ready-90"), arguments: TestDatabase.allCases)
    func `a right invoice is ready without a person`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.receive(["prepaid_amount": 21])
            try await nuntiq.work()
            #expect(try await nuntiq.story(of: token) == ["RECEIVED", "20→30", "VALIDATION_INFO", "30→90", "READY"])
            let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
            #expect(detail["invoice"]?["status"] == 90)
            let payable = detail["invoice"]?["fields"]?.array?.first { $0["key"] == "payableAmount" }
            #expect(payable?["value"]?.number?.text == "100")
            let people = try await nuntiq.timeline(of: token).filter { $0["actor_type"] == "USER" }
            #expect(people.isEmpty)
        }
    }

    @Test(.proves("pipeline/review-40"), arguments: TestDatabase.allCases)
    func `a faulty invoice goes to review with every reason`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.receive([
                "total_amount": 122, "iban": "NL91ABNA0417164301", "due_date": "2026-02-01", "bic": "X",
            ])
            try await nuntiq.work()
            #expect(
                try await nuntiq.story(of: token)
                    == ["RECEIVED", "20→30", "VALIDATION_WARNING", "VALIDATION_INFO", "30→40", "VALIDATION_FAILED"])
            let failed = try await nuntiq.payload(of: .validationFailed, on: token)
            let rules = failed["issues"]?.array?.compactMap { $0["rule"]?.string }
            #expect(rules == ["IBAN_INVALID", "DUE_BEFORE_ISSUE", "GROSS_MISMATCH"])
            #expect(failed["issues"]?.array?.last?["fields"] == ["grossAmount"])
            let message = try await nuntiq.timeline(of: token).last
            #expect(message?["note_supplier"]?.string?.contains("has wrong check digits") == true)
            let warning = try await nuntiq.payload(of: .validationWarning, on: token)
            #expect(warning["issues"]?.array?.compactMap { $0["rule"]?.string } == ["BIC_INVALID"])
            #expect(warning["note_supplier"] == nil)
        }
    }

    @Test(.proves("partner/supplier-not-of-partner"), arguments: TestDatabase.allCases)
    func `a supplier that is not the account's goes to 40`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let (_, initech) = try await nuntiq.limitedPartner("Initech", suppliers: ["S-9"])
            let right = try await nuntiq.receive(["supplier_number": " s-9"], as: initech)
            let wrong = try await nuntiq.receive(["invoice_number": "INV-2"], as: initech)
            try await nuntiq.work()
            #expect(try await nuntiq.status(of: right) == 90)
            #expect(try await nuntiq.status(of: wrong) == 40)
            let failed = try await nuntiq.payload(of: .validationFailed, on: wrong)
            #expect(failed["issues"]?.array?.compactMap { $0["rule"]?.string } == ["SUPPLIER_NOT_OF_PARTNER"])
        }
    }

    @Test(.proves("pipeline/stage-idempotent"), arguments: TestDatabase.allCases)
    func `a run that comes twice changes nothing the second time`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.receive()
            try await nuntiq.enqueueRun(token, times: 3)
            try await nuntiq.work()
            let story = try await nuntiq.story(of: token)
            let version = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")["version"]
            try await nuntiq.enqueueRun(token)
            try await nuntiq.work()
            #expect(try await nuntiq.story(of: token) == story)
            #expect(story.filter { $0 == "READY" }.count == 1)
            #expect(try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")["version"] == version)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a worker that dies in the middle leaves nothing, and another one finishes`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.receive()
            let taken = try await WorkIntake(database: nuntiq.app.database, lease: .seconds(15)).take(9)
            for work in taken where work.item.kind == PipelineRun.kind {
                await #expect(throws: Crash.self) {
                    try await nuntiq.app.database.write { tx in
                        guard case .inTransaction(let run) = PipelineRun.handler else { return }
                        _ = try run(work, tx)
                        throw Crash()
                    }
                }
            }
            #expect(try await nuntiq.story(of: token) == ["RECEIVED"])
            try await nuntiq.work()
            #expect(try await nuntiq.status(of: token) == 20)
            nuntiq.clock.advance(by: .seconds(16))
            try await nuntiq.work()
            #expect(try await nuntiq.story(of: token) == ["RECEIVED", "20→30", "VALIDATION_INFO", "30→90", "READY"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an invoice at 30 whose run was lost is finished by another run`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.receive()
            try await nuntiq.move(token, Status.enriching.route)
            try await nuntiq.work()
            #expect(try await nuntiq.status(of: token) == 90)
            let back = try await nuntiq.receive(["invoice_number": "INV-2"])
            try await nuntiq.move(back, Status.enriching.route + [(.pendingEnrichment, .recover)])
            try await nuntiq.work()
            #expect(try await nuntiq.status(of: back) == 90)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what was withdrawn or held meanwhile is left alone`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let withdrawn = try await nuntiq.receive()
            try await nuntiq.move(withdrawn, [(.integrationCancelled, .withdraw)])
            let held = try await nuntiq.receive(["invoice_number": "INV-2"])
            try await nuntiq.move(held, Status.integrationOnHold.route)
            try await nuntiq.work()
            #expect(try await nuntiq.story(of: withdrawn) == ["RECEIVED", "20→98", "CANCELLED"])
            #expect(try await nuntiq.status(of: held) == 96)
            #expect(try await nuntiq.ask("release", held)["new_status"] == "Processing")
            try await nuntiq.work()
            #expect(try await nuntiq.status(of: held) == 90)
        }
    }
}

private struct Crash: Error {}

extension TestNuntiq {
    fileprivate func enqueueRun(_ token: Token, times: Int = 1) async throws {
        try await app.database.write { [tenant = tenant.id] tx in
            for _ in 0..<times {
                try WorkQueue.enqueue(tx, WorkItem(tenant: tenant, kind: PipelineRun.kind, subject: token.bytes))
            }
        }
    }
}
