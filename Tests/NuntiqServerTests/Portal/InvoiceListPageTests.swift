import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// The work list as a page: who sees what, what is left out of a bulk action, and that nothing of an invoice is HTML.
@Suite
struct InvoiceListPageTests {
    @Test(.proves("portals/escaped"), .proves("portals/work-list"), arguments: TestDatabase.allCases)
    func `the list shows states with counts, and nothing of an invoice becomes HTML`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let evil = "<img src=x onerror=alert(1)>\"'&"
            try await nuntiq.seeder.insert(
                .with { ($0.number, $0.supplierName, $0.status) = (evil, evil, .needsReview) })
            try await nuntiq.seeder.insert(.with { $0.supplierName = String(repeating: "Söhne & ", count: 300) })
            let browser = try await nuntiq.browser(.clerk)
            let list = try await browser.get("/invoices")
            #expect(list.status == 200)
            #expect(list.text.contains("&lt;img src=x onerror=alert(1)&gt;&quot;"))
            #expect(!list.text.contains("<img"))
            #expect(list.text.contains("Needs review"))
            let all = try await browser.get("/invoices?state=all&q=%3Cimg")
            #expect(!all.text.contains("<img"))
            for path in ["?state=all", "?state=ready&q=sohne", "?state=nonsense&due_before=soon&after=x.y.z&inbox=a"] {
                let page = try await browser.get("/invoices\(path)")
                #expect(page.status == 200, "\(path)")
            }
            let unread = try await browser.get("/invoices?state=nonsense&due_before=soon")
            #expect(unread.text.contains("left out: state, due_before"))
            let empty = try await browser.get("/invoices?state=duplicates")
            #expect(empty.text.contains("No duplicates suspected"))
            let search = try await browser.get("/invoices?state=todo&q=globx")
            #expect(search.text.contains("has “globx”") && search.text.contains("Look in all states"))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `pages follow each other through many invoices`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let browser = try await nuntiq.browser(.viewer)
            #expect(try await browser.get("/invoices").text.contains("No invoices yet"))
            try await nuntiq.app.database.write { tx in
                for number in 0..<120 {
                    _ = try nuntiq.seeder.insert(
                        .with { ($0.number, $0.status) = ("N\(number)", .needsReview) }, in: tx)
                }
            }
            var (path, seen): (String?, Set<String>) = ("/invoices", [])
            while let here = path {
                let page = try await browser.get(here).text
                seen.formUnion(page.matches(of: /data-href="([^"]*)"/).map { String($0.1) })
                let next = page.firstMatch(of: /href="([^"]*)" rel="next"/).map { String($0.1) }
                path = next?.replacing("&amp;", with: "&")
            }
            #expect(seen.count == 120)
        }
    }

    @Test(.proves("portals/bulk-left-out"), arguments: TestDatabase.allCases)
    func `a bulk action names what it left out and why`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let ready = try await nuntiq.seeder.insert(.with { ($0.number, $0.gross) = ("READY-1", "1000.50") })
            let done = try await nuntiq.seeder.insert(.with { ($0.number, $0.status) = ("DONE-1", .processed) })
            let foreign = try await InvoiceSeeder(nuntiq.app.database, tenant: TenantID(rawValue: 77)).insert()
            let clerk = try await nuntiq.browser(.clerk)
            let csrf = try await clerk.csrf(on: "/invoices")
            let values = [ready, done, foreign].map { ("token", $0.description) }
            let held = try await clerk.post(
                "/invoices", [("csrf", csrf), ("action", "hold"), ("return", "/invoices?state=all")] + values)
            #expect(held.text.contains("Held 1.") && held.text.contains("1,000.50 EUR"))
            #expect(held.text.contains("DONE-1") && held.text.contains("Processed”, which does not allow it"))
            #expect(held.text.contains("An invoice that is not here"))
            #expect(try await nuntiq.standing(ready) == .integrationOnHold)
            let asked = try await clerk.post("/invoices", [("csrf", csrf), ("action", "reject"), values[0]])
            #expect(asked.text.contains("Reject this invoice?"))
            let missing = try await clerk.post(
                "/invoices", [("csrf", csrf), ("action", "reject"), ("sure", "yes"), values[0]])
            #expect(missing.status == 422 && missing.text.contains("Say why"))
            #expect(try await nuntiq.standing(ready) == .integrationOnHold)
            _ = try await clerk.post(
                "/invoices", [("csrf", csrf), ("action", "reject"), ("sure", "yes"), ("reason", "Not ours"), values[0]])
            #expect(try await nuntiq.standing(ready) == .rejected)
            let event = try await WorkList(database: nuntiq.app.database).dossier(ready, of: nuntiq.tenant.id).events[0]
            #expect(event.by.type == "USER" && event.by.source == "MANUAL_USER" && event.by.name == "Anna Aal")
        }
    }

    @Test(.proves("portals/viewer-reads"), arguments: TestDatabase.allCases)
    func `nobody without session, role or form of its own changes anything`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let path = "/invoices/\(token)"
            let stranger = try await nuntiq.browser().get("/invoices")
            #expect(stranger.status == 303 && stranger.header("Location")?.hasPrefix("/sign-in") == true)
            let viewer = try await nuntiq.browser(.viewer)
            let seen = try await viewer.get("/invoices?state=all")
            #expect(!seen.text.contains("name=\"action\"") && !seen.text.contains("name=\"token\""))
            #expect(try await !viewer.get(path).text.contains("?ask="))
            let csrf = try await viewer.csrf(on: "/invoices")
            for (address, more) in [("/invoices", [("action", "hold")]), ("\(path)/hold", [("reason", "x")])] {
                let refused = try await viewer.post(address, [("csrf", csrf), ("token", token.description)] + more)
                #expect(refused.status == 403, "\(address)")
            }
            let clerk = try await nuntiq.browser(.clerk)
            for (address, more) in [("/invoices", [("action", "hold")]), ("\(path)/hold", [("reason", "x")])] {
                let forged = try await clerk.post(address, [("csrf", csrf), ("token", token.description)] + more)
                #expect(forged.status == 403, "\(address)")
            }
            #expect(try await nuntiq.standing(token) == .pendingIntegrationFirst)
        }
    }
}

extension TestNuntiq {
    /// Where an invoice stands.
    func standing(_ token: Token) async throws -> Status? {
        try await WorkList(database: app.database).rows([token], of: tenant.id).first?.state.status
    }
}

extension TestBrowser {
    /// What forms of a page carry.
    func csrf(on path: String) async throws -> String {
        try await get(path).text.firstMatch(of: /name="csrf" value="([0-9a-f]*)"/).map { String($0.1) } ?? ""
    }
}
