import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// What is found by words, by whom, and from when on.
@Suite
struct WorkSearchTests {
    @Test(.proves("portals/search-all-fields"), arguments: TestDatabase.allCases)
    func `words of any field find an invoice, as they are typed`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let desk = WorkDesk(database)
            try await desk.seed("GL-88240") { seed in
                seed.supplierName = "Mustermann & Söhne GmbH"
                seed.gross = "14220.50"
                seed.dueOn = "2026-05-20"
                seed.references[0] = "PO 4500/1098"
                seed.content.lines = [
                    InvoiceLine(fields: [Field("description", .text("Straßenkehrmaschine 東京"), source: .submitted)])
                ]
            }
            try await desk.seed("OTHER-1") { $0.supplierName = "Globex" }
            let found = [
                "GL-88240", "gl88240", "88240", "882", "gl 88240", "mustermann", "sohne", "SÖHNE", "soh muster",
                "14220.50", "14,220.50", "14220", "2026-05-20", "2026-05", "20.05.2026", "4500/1098", "1098",
                "strassen", "東京", "S-001 GL",
            ]
            for typed in found {
                #expect(try await desk.numbers { $0.text = typed }.contains("GL-88240"), "\(typed)")
            }
            for typed in ["8824", "gl-88240x", "globex gl", "%", "---", "' OR 1", "\"", "*", "NEAR(", "a & | b", "🙂"] {
                let numbers = try await desk.numbers { $0.text = typed }
                #expect(numbers.contains("GL-88240") == (typed == "8824"), "\(typed)")
            }
            #expect(try await desk.numbers { $0.text = "globex" } == ["OTHER-1"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `filters narrow together, and no other tenant's invoice is found`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let (desk, other) = (WorkDesk(database), WorkDesk(database, tenant: TenantID(rawValue: 11)))
            try await desk.seed("A") { ($0.supplierNumber, $0.gross, $0.invoicedOn) = ("S-1", "100", "2026-05-01") }
            try await desk.seed("B") { ($0.supplierNumber, $0.gross, $0.currency) = ("S-1", "99.99", "USD") }
            try await desk.seed("C") { ($0.supplierNumber, $0.status) = ("S-12", .needsReview) }
            try await other.seed("A") { $0.supplierNumber = "S-1" }
            #expect(try await desk.numbers { $0.supplierNumber = "s-1" } == ["B", "A"])
            #expect(try await desk.numbers { ($0.supplierNumber, $0.amountFrom) = ("S-1", Amount("99.995")) } == ["A"])
            #expect(try await desk.numbers { $0.currency = "USD" } == ["B"])
            #expect(try await desk.numbers { ($0.state, $0.supplierNumber) = (.review, "S-12") } == ["C"])
            #expect(try await desk.numbers { ($0.state, $0.supplierNumber) = (.ready, "S-12") } == [])
            #expect(try await desk.numbers { $0.inbox = 1 } == ["C", "B", "A"])
            #expect(try await desk.numbers { $0.inbox = 2 } == [])
            #expect(try await desk.numbers { $0.account = 7 } == ["C", "B", "A"])
            #expect(try await desk.numbers { $0.amountTo = Amount("100.00") } == ["A", "B"])
            #expect(try await desk.numbers { $0.invoicedBefore = CalendarDate("2026-05-02") } == ["A"])
            #expect(try await other.numbers { $0.text = "A" } == ["A"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the pipeline writes what is searched, and a run again replaces it`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let list = WorkList(database: nuntiq.app.database)
            func found(_ change: (inout WorkFilter) -> Void) async throws -> [Token] {
                var filter = WorkFilter()
                change(&filter)
                return try await list.page(filter, .first, recentSince: nuntiq.clock.now, of: nuntiq.tenant.id)
                    .rows.map(\.state.token)
            }
            let token = try await nuntiq.receive(["invoice_number": "FX-77", "total_amount": 122])
            #expect(try await found { $0.text = "fx77" } == [])
            #expect(try await found { _ in } == [token])
            try await nuntiq.work()
            #expect(try await found { $0.text = "fx77" } == [token])
            #expect(try await found { $0.text = "globex" } == [token])
            #expect(try await found { $0.issue = "gross" } == [token])
            let again = try await nuntiq.ask("reprocess", token)
            #expect(again.status == 200)
            try await nuntiq.work()
            #expect(try await found { $0.text = "fx77" } == [token])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `invoices from before are filled in, once`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let tokens = [
                try await nuntiq.receive(["invoice_number": "OLD-1", "due_date": "2026-04-01", "total_amount": 1]),
                try await nuntiq.receive(["invoice_number": "OLD-2", "due_date": "2026-03-30", "total_amount": 1]),
            ]
            try await nuntiq.work()
            let tenant = nuntiq.tenant.id
            try await nuntiq.app.database.write { tx in
                for row in try tx.query("SELECT id, words FROM invoice_card WHERE tenant = ?", [tenant]) {
                    guard tx.dialect == .sqlite else { break }
                    try tx.execute(
                        "INSERT INTO invoice_words (invoice_words, rowid, words) VALUES ('delete', ?, ?)",
                        [try row.int(0), try row.text(1)])
                }
                try tx.execute("DELETE FROM invoice_card WHERE tenant = ?", [tenant])
                try tx.execute("UPDATE invoice_state SET due_on = '~' WHERE tenant = ?", [tenant])
            }
            let fill = CardFill(database: nuntiq.app.database)
            #expect(try await fill.run(of: tenant) == 2)
            #expect(try await fill.run(of: tenant) == 0)
            var filter = WorkFilter()
            filter.state = .toDo
            let list = WorkList(database: nuntiq.app.database)
            let page = try await list.page(filter, .first, recentSince: nuntiq.clock.now, of: tenant)
            #expect(page.rows.map(\.state.token) == tokens.reversed())
            filter.text = "old1"
            let found = try await list.page(filter, .first, recentSince: nuntiq.clock.now, of: tenant)
            #expect(found.rows.map(\.number) == ["OLD-1"])
        }
    }
}
