import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// What stands in the work list, in which order, and how much of it.
@Suite
struct WorkPageTests {
    @Test(arguments: TestDatabase.allCases)
    func `counts follow leases to the second, with the age of the oldest`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let list = WorkList(database: nuntiq.app.database)
            for status in [Status.needsReview, .needsReview, .duplicateSuspected, .processed] {
                try await nuntiq.seeder.insert(.with { $0.status = status })
                nuntiq.clock.advance(by: .seconds(60))
            }
            try await nuntiq.seeder.insert()
            try await InvoiceSeeder(nuntiq.app.database, tenant: TenantID(rawValue: 99)).insert()
            _ = try await nuntiq.customerAPI.post(
                "/api/v1/invoices/claim", ["state": "PendingIntegration", "lease_ttl_seconds": 60])
            let start = nuntiq.clock.now
            let held = try await list.counts(of: nuntiq.tenant.id, recentSince: start - .seconds(90))
            #expect([held[.toDo].count, held[.review].count, held[.duplicates].count] == [3, 2, 1])
            #expect(held[.review].oldest == start - .seconds(240))
            #expect([held[.ready].count, held[.posting].count, held.open, held.all] == [0, 1, 4, 5])
            #expect([held[.processed].recent, held[.review].recent] == [1, 0])
            nuntiq.clock.advance(by: .seconds(60))
            let lapsed = try await list.counts(of: nuntiq.tenant.id, recentSince: start)
            #expect([lapsed[.ready].count, lapsed[.posting].count, lapsed.open] == [1, 0, 4])
            #expect(lapsed[.ready].oldest == start + .seconds(60))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what waits for a person is listed by when it is due, without a date last`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let desk = WorkDesk(database)
            for (number, due) in [("B", "2026-06-02"), ("-", ""), ("A", "2026-05-20"), ("C", "2026-06-03")] {
                try await desk.seed(number) { ($0.dueOn, $0.status) = (due, .needsReview) }
            }
            try await desk.seed("D") { ($0.dueOn, $0.status) = ("2026-05-19", .duplicateSuspected) }
            try await desk.seed("E") { ($0.dueOn, $0.status) = ("2026-05-18", .pendingIntegrationFirst) }
            #expect(try await desk.numbers { $0.state = .toDo } == ["D", "A", "B", "C", "-"])
            #expect(try await desk.numbers { $0.state = .review } == ["A", "B", "C", "-"])
            #expect(
                try await desk.numbers { ($0.state, $0.dueBefore) = (.toDo, CalendarDate("2026-06-02")) } == ["D", "A"])
            #expect(
                try await desk.numbers { ($0.state, $0.dueFrom) = (.toDo, CalendarDate("2026-06-02")) } == ["B", "C"])
            #expect(try await desk.numbers { $0.dueBefore = CalendarDate("2026-05-21") } == ["E", "D", "A"])
            #expect(try await desk.numbers { $0.state = .ready } == ["E"])
            #expect(try await desk.numbers { _ in }.sorted() == ["-", "A", "B", "C", "D", "E"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `pages by cursor show each invoice once, forwards and backwards, in every order`(
        kind: TestDatabase
    ) async throws {
        try await withDatabase(on: kind) { database in
            let desk = WorkDesk(database)
            for number in 0..<23 {
                try await desk.seed("N\(number)") { seed in
                    seed.dueOn = "2026-05-0\(number % 4 + 1)"
                    seed.invoicedOn = "2026-04-0\(number % 3 + 1)"
                    seed.gross = "\(number % 5).50"
                    seed.status = number.isMultiple(of: 2) ? .needsReview : .processed
                }
            }
            let filters: [@Sendable (inout WorkFilter) -> Void] = [
                { _ in }, { $0.state = .toDo }, { $0.state = .processed }, { $0.currency = "eur" },
                { $0.dueBefore = CalendarDate("2026-06-01") }, { $0.invoicedFrom = CalendarDate("2026-01-01") },
                { $0.amountFrom = Amount("0") }, { ($0.state, $0.text) = (.toDo, "50") },
                { ($0.state, $0.amountTo) = (.processed, Amount("9")) },
            ]
            for (place, filter) in filters.enumerated() {
                let whole = try await desk.numbers(filter)
                #expect(whole.count == Set(whole).count && whole.count >= 11, "\(place)")
                var (parts, page) = ([[String]](), try await desk.page(filter, .first, limit: 5))
                parts.append(page.rows.map(\.number))
                while let next = page.next {
                    let read = try #require(WorkCursor(next.description))
                    page = try await desk.page(filter, .after(read), limit: 5)
                    parts.append(page.rows.map(\.number))
                }
                #expect(parts.flatMap(\.self) == whole, "\(place)")
                for part in parts.dropLast().reversed() {
                    page = try await desk.page(filter, .before(try #require(page.previous)), limit: 5)
                    #expect(page.rows.map(\.number) == part, "\(place)")
                }
                #expect(page.previous == nil, "\(place)")
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an invoice whose lease is over stands where it lapses to, though nothing swept it`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let list = WorkList(database: nuntiq.app.database)
            _ = try await nuntiq.customerAPI.post(
                "/api/v1/invoices/claim", ["state": "PendingIntegration", "lease_ttl_seconds": 60])
            func tokens(_ state: WorkState) async throws -> [Token] {
                var filter = WorkFilter()
                filter.state = state
                let page = try await list.page(filter, .first, recentSince: nuntiq.clock.now, of: nuntiq.tenant.id)
                return page.rows.map(\.state.token)
            }
            #expect(try await tokens(.posting) == [token])
            #expect(try await tokens(.ready) == [])
            let hold = try await nuntiq.customerAPI.post("/api/v1/invoices/\(token)/hold", ["reason": "Bank data"])
            #expect(hold.status == 202)
            nuntiq.clock.advance(by: .seconds(60))
            #expect(try await tokens(.posting) == [])
            #expect(try await tokens(.hold) == [token])
            let rows = try await list.rows([token], of: nuntiq.tenant.id)
            #expect(rows.map(\.state.status) == [.integrationOnHold])
            #expect(try await list.rows([token], of: TenantID(rawValue: 99)) == [])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `doubts, double postings and holds of days stand above the list`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let (api, list) = (nuntiq.customerAPI, WorkList(database: nuntiq.app.database))
            let posted = try await nuntiq.seeder.insert(.with { $0.number = "TWICE" })
            _ = try await api.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
            for id in ["5100", "5200"] {
                _ = try await api.post(
                    "/api/v1/invoices/\(posted)/integration-result", ["success": true, "external_id_1": .string(id)])
            }
            let held = try await nuntiq.seeder.insert(.with { $0.status = .integrationOnHold })
            func urgent() async throws -> [UrgentInvoice] {
                try await list.page(WorkFilter(), .first, recentSince: nuntiq.clock.now, of: nuntiq.tenant.id).urgent
            }
            #expect(try await urgent().map(\.row.number) == ["TWICE"])
            #expect(try await urgent().first?.incident?.kind == "DOUBLE_POSTING_SUSPECTED")
            nuntiq.clock.advance(by: WorkList.holdMax)
            let later = try await urgent()
            #expect(later.map(\.row.state.token) == [posted, held])
            #expect(later.map(\.urgency) == [.incident, .longHold])
        }
    }
}

/// A tenant's invoices without a server, by their numbers.
struct WorkDesk {
    let database: any Database
    let seeder: InvoiceSeeder
    let list: WorkList

    init(_ database: any Database, tenant: TenantID = TenantID(rawValue: 1)) {
        self.database = database
        seeder = InvoiceSeeder(database, tenant: tenant)
        list = WorkList(database: database)
    }

    @discardableResult
    func seed(_ number: String, _ change: (inout InvoiceSeed) -> Void = { _ in }) async throws -> Token {
        try await seeder.insert(
            .with {
                $0.number = number
                change(&$0)
            })
    }

    func page(_ change: (inout WorkFilter) -> Void, _ wish: WorkPartWish, limit: Int) async throws -> WorkPage {
        var filter = WorkFilter()
        change(&filter)
        return try await list.page(
            filter, wish, recentSince: Instant(microseconds: 0), of: seeder.tenant, limit: limit)
    }

    func numbers(_ change: (inout WorkFilter) -> Void) async throws -> [String] {
        try await page(change, .first, limit: 1_000).rows.map(\.number)
    }
}
