import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// A supplier's list is a range of an index, however many invoices and suppliers the tenant has.
@Suite
struct SupplierPlanTests {
    private static let tenant = TenantID(rawValue: 1)

    @Test(arguments: TestDatabase.allCases)
    func `a page is read in the order of its index, whatever is asked for`(kind: TestDatabase) async throws {
        try await withBacklog(on: kind) { database, last in
            var later = SupplierInvoiceFilter()
            later.before = last
            var since = SupplierInvoiceFilter()
            since.since = Instant(microseconds: 1_772_366_400_000_000)
            var number = SupplierInvoiceFilter()
            number.number = "inv-1"
            let key = kind == .sqlite ? "sqlite_autoindex_invoice_1" : "invoice_pkey"
            for (filter, index) in [
                (SupplierInvoiceFilter(), key), (later, key), (since, key), (number, "invoice_by_number"),
            ] {
                let plans = try await database.read { tx in
                    let recorder = PlanRecorder(tx)
                    _ = try SupplierInvoiceRepository(tx: recorder, tenant: Self.tenant, account: 7)
                        .list(filter, limit: 50)
                    return recorder.plans
                }
                try #require(plans.count == 2, "the page, and the pasts of its invoices")
                #expect(plans[0].contains(index), "\(plans[0])")
                for plan in plans {
                    #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
                    #expect(!plan.contains("Seq Scan"), "\(plan)")
                    #expect(!plan.contains("SCAN"), "\(plan)")
                }
                #expect(!plans[0].contains("Sort"), "\(plans[0])")
            }
        }
    }

    /// Two thousand invoices of an account and as many of another, under the same numbers.
    private func withBacklog(
        on kind: TestDatabase, _ body: (any Database, Token) async throws -> Void
    ) async throws {
        try await withDatabase(on: kind) { database in
            let seeder = InvoiceSeeder(database, tenant: Self.tenant)
            let last = try await database.write { tx -> Token in
                var last = Token.random(Array(repeating: 0, count: 16))
                for number in 0..<4_000 {
                    last = try seeder.insert(.with { $0.number = "INV-\(number / 4)" }, in: tx)
                    if number.isMultiple(of: 2) { try Self.move(last, to: 8, in: tx) }
                }
                if tx.dialect == .postgres { try tx.execute("ANALYZE") }
                return last
            }
            try await body(database, last)
        }
    }

    private static func move(_ token: Token, to account: Int64, in tx: any Transaction) throws {
        for table in ["invoice", "invoice_state"] {
            try tx.execute(
                "UPDATE \(table) SET account = ? WHERE tenant = ? AND account = 7 AND token = ?",
                [account, tenant, token])
        }
    }
}
