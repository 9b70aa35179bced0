import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

/// What clerks work with every day beside the list itself: views, whole selections, news, previews.
@Suite
struct WorkToolsTests {
    @Test(.proves("portals/saved-views"), arguments: TestDatabase.allCases)
    func `a list is kept under a name, by each person alone, and forgotten`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let (clerk, viewer) = (try await nuntiq.browser(.clerk), try await nuntiq.browser(.viewer))
            let list = "/invoices?state=hold&q=gl%2088"
            let name = "Held <b>& late"
            let saved = try await clerk.submit("/invoices/views", on: list, ["name": name, "return": list])
            #expect(saved.header("Location") == "\(list)&told=view-saved")
            let page = try await clerk.get(list)
            #expect(page.text.contains("<h3>Saved views</h3>") && page.text.contains("View: Held &lt;b&gt;&amp; late"))
            #expect(page.text.contains("href=\"/invoices?state=hold&amp;q=gl%2088\""))
            #expect(try await clerk.get("/partners").text.contains("Held &lt;b&gt;"))
            #expect(try await !viewer.get("/invoices").text.contains("Saved views</h3>"))
            let nameless = try await clerk.submit("/invoices/views", on: list, ["name": "  ", "return": list])
            #expect(nameless.header("Location")?.hasSuffix("told=view-nameless") == true)
            for number in 1..<SavedView.countMax {
                _ = try await clerk.submit("/invoices/views", on: list, ["name": "\(number)", "return": list])
            }
            let full = try await clerk.submit("/invoices/views", on: list, ["name": "21", "return": list])
            #expect(full.header("Location")?.hasSuffix("told=views-full") == true)
            _ = try await clerk.submit("/invoices/views/remove", on: list, ["name": name, "return": list])
            #expect(try await !clerk.get(list).text.contains("Held &lt;b&gt;"))
            let elsewhere = try await clerk.submit(
                "/invoices/views", on: list, ["name": "out", "return": "https://evil.example/invoices?q=1"])
            #expect(elsewhere.header("Location") == "/invoices?told=view-saved")
        }
    }

    @Test(.proves("portals/bulk-all"), arguments: TestDatabase.allCases)
    func `all that match are named with their sums before they are changed`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            var tokens: [Token] = []
            for number in 1...53 {
                tokens.append(
                    try await nuntiq.seeder.insert(.with { ($0.number, $0.gross) = ("ALL-\(number)", "10") }))
            }
            let clerk = try await nuntiq.browser(.clerk)
            let list = "/invoices?state=ready"
            #expect(try await clerk.get(list).text.contains("data-whole> All 53"))
            let asked = try await clerk.submit("/invoices", on: list, ["return": list, "action": "hold", "all": "yes"])
            #expect(asked.text.contains("Hold these 53 invoices?") && asked.text.contains("530.00 EUR"))
            #expect(try await nuntiq.standing(tokens[0]) == .pendingIntegrationFirst, "asking changes nothing")
            let named = asked.text.matches(of: /type="hidden" name="token" value="([^"]+)"/).map { String($0.1) }
            #expect(Set(named) == Set(tokens.map(\.description)))
            let csrf = try await clerk.csrf(on: list)
            let held = try await clerk.post(
                "/invoices",
                [("csrf", csrf), ("return", list), ("action", "hold"), ("sure", "yes")] + named.map { ("token", $0) })
            #expect(held.text.contains("Held 53."))
            let first = try await nuntiq.app.workList.tokens(
                WorkFilter(), limit: 10, recentSince: nuntiq.clock.now, of: nuntiq.tenant.id)
            #expect(first.tokens.count == 10 && first.hasMore)
        }
    }

    @Test(.proves("portals/live"), arguments: TestDatabase.allCases)
    func `an open list learns that something happened, and keeps nobody signed in`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let clerk = try await nuntiq.browser(.clerk)
            let script = ["Sec-Fetch-Dest": "empty"]
            func version() async throws -> String {
                try await clerk.get("/invoices/version", headers: script).text
            }
            try await sequenceEvents(nuntiq.app.database)
            let before = try await version()
            #expect(try await clerk.get("/invoices").text.contains("data-version=\"\(before)\""))
            #expect(try await version() == before)
            _ = try await nuntiq.seeder.insert()
            #expect(try await version() != before)
            nuntiq.clock.advance(by: .seconds(5 * 3_600))
            #expect(try await clerk.get("/invoices/version", headers: script).status == 200)
            nuntiq.clock.advance(by: .seconds(4 * 3_600))
            #expect(try await clerk.get("/invoices/version", headers: script).status == 303)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `counts are kept until something happens, and are right then`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let list = WorkList(database: nuntiq.app.database, standing: StandingCounts(keptFrom: 0))
            let start = nuntiq.clock.now
            for count in 1...3 {
                _ = try await nuntiq.seeder.insert(.with { $0.number = "N-\(count)" })
                for _ in 0..<2 {
                    let counts = try await list.counts(of: nuntiq.tenant.id, recentSince: start)
                    #expect(counts[.ready].count == count && counts.all == count)
                }
            }
            let page = try await nuntiq.browser(.viewer).get("/partners")
            #expect(page.text.contains("Invoices<span class=\"n\">3<span class=\"sr\"> open</span>"))
        }
    }

    @Test(.proves("portals/preview"), arguments: TestDatabase.allCases)
    func `images and texts stand on the page, a PDF is a card, the rest is downloaded`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let clerk = try await nuntiq.browser(.clerk)
            let png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
            let files = [
                ("pixel.png", png), ("note.txt", "VG8gPGI+d2hvbTwvYj4gaXQgY29uY2VybnM="),
                ("paper.pdf", "JVBERi0xLjQKJQ=="),
                ("picture.svg", "PHN2ZyB4bWxucz0iIi8+"),
            ]
            let attachments = files.map { name, content -> JSONValue in
                ["filename": .string(name), "type": "ATTACHMENT", "content": .string(content)]
            }
            let answer = try await nuntiq.partnerAPI.post(
                "/api/v1/partner/invoices",
                [
                    "invoice": [
                        "supplier_number": "S-001", "invoice_number": "F-1", "invoice_date": "2026-02-27",
                        "currency": "EUR", "net_amount": 100, "tax_amount": 21, "total_amount": 121,
                    ], "attachments": .array(attachments),
                ])
            let token = try #require(answer["data"]?["invoice_token"]?.string, "\(answer.text)")
            let page = try await clerk.get("/invoices/\(token)")
            let image = try #require(page.text.firstMatch(of: /<img class="preview" src="([^"]+)" alt="pixel.png"/)?.1)
            let shown = try await clerk.get(String(image))
            #expect(shown.status == 200 && shown.header("Content-Type") == "image/png")
            #expect(shown.header("Content-Disposition")?.hasPrefix("inline") == true)
            #expect(shown.header("Content-Security-Policy") == "sandbox; default-src 'none'")
            #expect(page.text.matches(of: /<img class="preview"/).count == 1)
            #expect(page.text.contains("aria-label=\"Text of note.txt\">To &lt;b&gt;whom&lt;/b&gt; it concerns</pre>"))
            #expect(page.text.contains("It opens in your PDF program."))
        }
    }
}
