import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// Every part of the work list walks an index in its order; nothing scans a table or sorts what it finds.
@Suite(.timeLimit(.minutes(20)))
struct WorkPagePlanTests {
    private static let filters: [@Sendable (inout WorkFilter) -> Void] = [
        { _ in }, { $0.state = .toDo }, { $0.state = .review }, { $0.state = .ready }, { $0.state = .posting },
        { $0.state = .processed }, { $0.text = "rare7" }, { $0.supplierNumber = "S-7" },
        { ($0.state, $0.dueBefore) = (.toDo, CalendarDate("2026-05-05")) },
        { $0.dueBefore = CalendarDate("2026-05-05") }, { $0.invoicedFrom = CalendarDate("2026-04-25") },
        { $0.amountFrom = Amount("1999") },
    ]

    @Test(arguments: TestDatabase.allCases)
    func `each order is walked along its index`(kind: TestDatabase) async throws {
        try await withBacklog(on: kind) { database, tenant in
            for (place, change) in Self.filters.enumerated() {
                var filter = WorkFilter()
                change(&filter)
                let wanted = filter
                let plans = try await database.read { tx in
                    try Self.preferIndexes(tx)
                    let recorder = PlanRecorder(tx)
                    let keys = WorkKeyRepository(tx: recorder, tenant: tenant, filter: wanted, inState: .max)
                    let first = try keys.places(from: nil, backwards: false, limit: 6)
                    let cursor = first.last?.cursor(wanted.order)
                    _ = try keys.places(from: cursor, backwards: false, limit: 6)
                    _ = try keys.places(from: cursor, backwards: true, limit: 6)
                    return recorder.plans
                }
                for plan in plans {
                    #expect(!Self.scans(plan), "\(place): \(plan)")
                    guard kind == .sqlite else { continue }
                    let isLapsed = plan.contains("state_by_status")
                    #expect(!plan.contains("TEMP B-TREE") || isLapsed, "\(place): \(plan)")
                    #expect(!plan.contains("s USING PRIMARY KEY (tenant=?)\n"), "\(place): \(plan)")
                }
            }
        }
    }

    @Test
    func `PostgreSQL finds few by their words and many along the order, and both alike`() async throws {
        let searches: [(count: Int, change: @Sendable (inout WorkFilter) -> Void)] = [
            (1, { $0.text = "rare77" }), (11, { $0.text = "rare7" }),
            (5, { ($0.text, $0.amountFrom, $0.invoicedFrom) = ("rare7", Amount("75"), CalendarDate("2026-04-15")) }),
            (5, { ($0.text, $0.state) = ("rare7", .processed) }),
        ]
        try await withBacklog(on: .postgres) { database, tenant in
            for (count, change) in searches {
                var filter = WorkFilter()
                change(&filter)
                let (few, gathered) = try await Self.find(filter, few: 600, not: "indexscan", database, tenant)
                let (many, walked) = try await Self.find(filter, few: 0, not: "bitmapscan", database, tenant)
                #expect(few == many && few.count == count, "\(filter): \(few.count), \(many.count)")
                #expect(Set(few).count == count, "\(filter): shown twice")
                for plan in gathered { #expect(plan.contains("Bitmap Index Scan on card_by_"), "\(plan)") }
                for plan in walked where !plan.contains("Aggregate") {
                    #expect(plan.contains("Index Scan Backward using invoice_card_pkey"), "\(plan)")
                    #expect(!plan.contains("Sort"), "\(plan)")
                }
            }
        }
    }

    /// What is found page by page; so few invoices are read whole, and `not` is the other way that PostgreSQL has.
    private static func find(
        _ filter: WorkFilter, few: Int64, not: String, _ database: any Database, _ tenant: TenantID
    ) async throws -> (places: [WorkPlace], plans: [String]) {
        try await database.read { tx in
            try preferIndexes(tx)
            try tx.execute("SET LOCAL enable_\(not) = off")
            let recorder = PlanRecorder(tx)
            let keys = WorkKeyRepository(tx: recorder, tenant: tenant, filter: filter, inState: .max, few: few)
            var places: [WorkPlace] = []
            var cursor: WorkCursor?
            repeat {
                let page = try keys.places(from: cursor, backwards: false, limit: 3)
                places += page
                cursor = page.last?.cursor(filter.order)
            } while cursor != nil
            return (places, recorder.plans)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `counts come from the index alone, rows by their keys`(kind: TestDatabase) async throws {
        try await withBacklog(on: kind) { database, tenant in
            let (counted, read) = try await database.read { tx in
                try Self.preferIndexes(tx)
                let (counts, rows) = (PlanRecorder(tx), PlanRecorder(tx))
                let repository = StateCountRepository(tx: counts, tenant: tenant)
                _ = try repository.standing(recentSince: tx.now) + repository.leased(recentSince: tx.now)
                let tokens = try WorkKeyRepository(tx: tx, tenant: tenant, filter: WorkFilter(), inState: 0)
                    .places(from: nil, backwards: false, limit: 50).map(\.token)
                #expect(try WorkRowRepository(tx: rows, tenant: tenant).rows(tokens).count == 50)
                _ = try WorkListRepository(tx: rows, tenant: tenant).incidents(of: tokens[0])
                return (counts.plans, rows.plans)
            }
            #expect(counted.count == 3)
            if kind == .sqlite { #expect(counted[0].contains("COVERING INDEX state_by_status"), "\(counted[0])") }
            for plan in counted { #expect(!Self.scans(plan), "\(plan)") }
            for plan in read { #expect(!Self.scans(plan), "\(plan)") }
        }
    }

    /// At this size PostgreSQL would rather read a whole table; what matters is that it need not.
    private static func preferIndexes(_ tx: any Transaction) throws {
        if tx.dialect == .postgres { try tx.execute("SET LOCAL enable_seqscan = off") }
    }

    private static func scans(_ plan: String) -> Bool {
        let lines = plan.split(separator: "\n")
        let isSQLiteScan = lines.contains { $0.hasPrefix("SCAN ") && !$0.contains("VIRTUAL TABLE INDEX") }
        let isPostgresScan = lines.contains { $0.contains("Seq Scan on") }
        return isSQLiteScan || isPostgresScan
    }

    /// Invoices of two tenants in several states.
    private func withBacklog(
        on kind: TestDatabase, _ body: @Sendable (any Database, TenantID) async throws -> Void
    ) async throws {
        try await withDatabase(on: kind) { database in
            let seeders = [InvoiceSeeder(database), InvoiceSeeder(database, tenant: TenantID(rawValue: 2))]
            try await database.write { tx in
                for number in 0..<600 {
                    let seed = InvoiceSeed.with { seed in
                        seed.number = "rare\(number)"
                        seed.supplierNumber = "S-\(number % 100)"
                        seed.gross = "\(number)"
                        seed.dueOn = "2026-05-\(10 + number % 20)"
                        seed.invoicedOn = "2026-04-\(10 + number % 20)"
                        seed.status = [.needsReview, .processed, .pendingIntegrationFirst][number % 3]
                    }
                    for seeder in seeders where seeder.tenant.rawValue == 1 || number < 100 {
                        _ = try seeder.insert(seed, in: tx)
                    }
                }
            }
            if kind == .postgres { try await analyse(database) }
            try await body(database, seeders[0].tenant)
        }
    }

    private func analyse(_ database: any Database) async throws {
        try await database.write { tx in
            for table in ["invoice", "invoice_state", "invoice_card", "event", "partner"] {
                try tx.execute("ANALYZE \(table)")
            }
        }
    }
}
