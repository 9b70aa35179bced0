import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// What the pipeline and the work list look up costs the same, however much there is.
@Suite(.timeLimit(.minutes(20)))
struct PipelinePlanTests {
    @Test(arguments: TestDatabase.allCases)
    func `an invoice's own messages are found by their key`(kind: TestDatabase) async throws {
        try await withBacklog(on: kind) { database, seeder, token in
            let plans = try await database.write { tx in
                let recorder = PlanRecorder(tx)
                let invoice = try #require(try InvoiceInProgress.load(tx, seeder.tenant, token))
                #expect(try invoice.lastOutcome(in: recorder)?.code == .validationFailed)
                #expect(try invoice.lastPayload(of: .ready, in: recorder) == nil)
                #expect(try DuplicatePairs(recorder).denied(seeder.tenant, token) == [])
                return recorder.plans
            }
            #expect(plans.count == 3)
            for plan in plans { #expect(!Self.scans(plan), "\(plan)") }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the work list is a range of an index, in order`(kind: TestDatabase) async throws {
        try await withBacklog(on: kind) { database, seeder, _ in
            let plans = try await database.write { tx in
                let recorder = PlanRecorder(tx)
                let repository = WorkListRepository(tx: recorder, tenant: seeder.tenant)
                for urgency in WorkListUrgency.allCases where urgency != .incident {
                    _ = try repository.find(urgency, limit: 20)
                }
                #expect(try repository.find(.review, limit: 20).count == 20)
                return recorder.plans
            }
            for plan in plans {
                #expect(!Self.scans(plan), "\(plan)")
                #expect(!plan.contains("TEMP B-TREE") && !plan.contains("Sort"), "\(plan)")
            }
        }
    }

    private static func scans(_ plan: String) -> Bool {
        plan.contains("Seq Scan") || plan.split(separator: "\n").contains { $0.hasPrefix("SCAN ") }
    }

    /// Invoices of two tenants, most of them in review; the last token is one of the first tenant's.
    private func withBacklog(
        on kind: TestDatabase, _ body: @Sendable (any Database, InvoiceSeeder, Token) async throws -> Void
    ) async throws {
        try await withDatabase(on: kind) { database in
            let seeder = InvoiceSeeder(database)
            let other = InvoiceSeeder(database, tenant: TenantID(rawValue: 2))
            let token = try await database.write { tx in
                for number in 0..<1_000 {
                    let status: Status = number.isMultiple(of: 10) ? .duplicateSuspected : .needsReview
                    _ = try seeder.insert(.with { $0.status = status }, in: tx)
                    _ = try other.insert(.with { $0.status = .needsReview }, in: tx)
                }
                let token = try seeder.insert(.with { $0.status = .needsReview }, in: tx)
                if tx.dialect == .postgres {
                    try tx.execute("ANALYZE invoice_state", [])
                    try tx.execute("ANALYZE event", [])
                }
                return token
            }
            try await body(database, seeder, token)
        }
    }
}
