import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// A claim is one range of one index, however much waits: its plan says so.
@Suite
struct ClaimPlanTests {
    @Test(
        .proves("customer/claim-cost-backlog"), arguments: TestDatabase.allCases,
        [
            ClaimRequest(), ClaimRequest(modes: [.verifyFirst]), ClaimRequest(references: [3: "few"]),
            ClaimRequest(references: [2: "all"]), ClaimRequest(limit: 1, references: [2: "all", 3: "few"]),
        ])
    func `what is ready is found by its index, in order`(kind: TestDatabase, request: ClaimRequest) async throws {
        try await withBacklog(on: kind) { flow in
            let plans = try await flow.database.write { tx in
                let recorder = PlanRecorder(tx)
                let wanted = ClaimKind(
                    tenant: flow.seeder.tenant, references: request.references, modes: request.modes)
                _ = try ReadyInvoices(tx: recorder).find(wanted, limit: request.limit)
                return recorder.plans
            }
            let named = request.references.firstIndex { !$0.isEmpty }
            let index = named == nil ? "state_by_handout" : "state_by_reference_"
            let plan = try #require(plans.first)
            #expect(plan.contains(index), "\(plan)")
            #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
            #expect(!plan.contains("Sort"), "\(plan)")
        }
    }

    /// A thousand invoices ready, most of them with other references, and as many in another tenant.
    private func withBacklog(on kind: TestDatabase, _ body: (ClaimFlow) async throws -> Void) async throws {
        try await withClaimFlow(on: kind) { flow in
            let tenants = [flow.seeder, InvoiceSeeder(flow.database, tenant: TenantID(rawValue: 2))]
            for seeder in tenants {
                try await flow.database.write { tx in
                    for number in 0..<1_000 {
                        let seed = InvoiceSeed.with { seed in
                            seed.references[1] = "all"
                            seed.references[2] = number % 100 == 0 ? "few" : "r\(number)"
                        }
                        _ = try seeder.insert(seed, in: tx)
                    }
                    if tx.dialect == .postgres { try tx.execute("ANALYZE invoice_state") }
                }
            }
            try await body(flow)
        }
    }
}
