import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// Asking for a link, and what nobody learns by it.
@Suite
struct AccessRequestTests {
    @Test(.proves("access/request-200-always"), arguments: TestDatabase.allCases)
    func `the answer is the same whether or not the address is known, before anyone looks`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let other = try await nuntiq.otherTenant()
            let addresses = [
                TestNuntiq.email, "IT@Globex.example ", "nobody@globex.example", "no address", "ä@ö.example",
            ]
            var bodies: Set<String> = []
            for (host, subdomain) in [("acme.localhost", nil), ("localhost", "acme"), ("localhost", "nobody")] {
                for address in addresses {
                    var body: JSONObject = ["email": .string(address)]
                    body["subdomain"] = subdomain.map(JSONValue.string)
                    let answer = try await nuntiq.access("request", .object(body), at: host)
                    #expect(answer.status == 200)
                    bodies.insert(answer.text)
                }
            }
            #expect(bodies.count == 1)
            let sessions = try await nuntiq.app.database.read { tx in
                try tx.query("SELECT 1 FROM supplier_session WHERE tenant = ?", [nuntiq.tenant.id]).count
            }
            #expect(sessions == 0, "nobody has looked yet")
            #expect(try await nuntiq.mails("partner_invitation").count == 4)
            #expect(try await nuntiq.mails("partner_invitation", to: "nobody").isEmpty)
            _ = try await nuntiq.access("request", ["email": .string(TestNuntiq.email)], at: "initech.localhost")
            #expect(try await nuntiq.mails("partner_invitation").count == 4, "\(other.name) does not know it")
            #expect(try await nuntiq.access("request", [:]).fields.contains("email"))
            #expect(try await nuntiq.access("request", ["email": "a@b.example"]).fields == ["subdomain"])
        }
    }

    @Test(.proves("access/five-links-an-hour"), arguments: TestDatabase.allCases)
    func `an address gets five links an hour, known or not`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            for address in [TestNuntiq.email, "nobody@globex.example"] {
                let body: JSONValue = ["email": .string(address), "subdomain": "acme"]
                for _ in 0..<5 { #expect(try await nuntiq.access("request", body).status == 200) }
                let sixth = try await nuntiq.access("request", body)
                #expect(sixth.status == 429 && sixth.header("Retry-After") == "3600")
            }
            #expect(try await nuntiq.mails("partner_invitation").count == 5)
            let body: JSONValue = ["email": .string(TestNuntiq.email), "subdomain": "acme"]
            try await nuntiq.withSecondNode { second in
                let asked = try await second.access("request", body)
                let mails = try await second.mails("partner_invitation")
                #expect(asked.status == 200 && mails.count == 5, "the bound holds over all nodes")
            }
            nuntiq.clock.advance(by: .seconds(3_601))
            #expect(try await nuntiq.access("request", body).status == 200)
            #expect(try await nuntiq.mails("partner_invitation").count == 6)
        }
    }

    @Test(.proves("access/one-mail-per-account"), arguments: TestDatabase.allCases)
    func `every active account of an address gets its link`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let partners = Partners(database: nuntiq.app.database)
            for name in ["Second", "Closed"] {
                let made = try await partners.create(
                    NewPartner(name: name, emails: [TestNuntiq.email]), in: nuntiq.tenant.id, by: .console)
                guard name == "Closed" else { continue }
                _ = try await partners.deactivate(made.id, in: nuntiq.tenant.id, by: .console)
            }
            _ = try await nuntiq.access("request", ["email": .string(TestNuntiq.email)], at: "acme.localhost")
            let subjects = try await nuntiq.mails("partner_invitation").compactMap { $0["subject"]?.string }
            #expect(
                Set(subjects) == [
                    "Acme Corp: API access invitation for \"Globex\"",
                    "Acme Corp: API access invitation for \"Second\"",
                ])
        }
    }

    @Test(.proves("access/rate-limited"))
    func `one network address is slowed down`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            var last: TestAnswer?
            for _ in 0..<110 { last = try await nuntiq.access("request-code", ["token": "x"]) }
            #expect(last?.status == 429 && last?["error"] == "rate_limited")
            #expect(last?.header("Retry-After") == "1")
            #expect(try await nuntiq.access("validate", ["token": "x", "code": "1"]).status == 401)
        }
    }

    @Test(.proves("access/get-consumes-nothing"), arguments: TestDatabase.allCases)
    func `a scanner that fetches every link changes no row`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let link = try await nuntiq.invited()
            let before = try await nuntiq.rows()
            for path in ["regenerate?token=\(link)", "regenerate", "invoices", "regenerate?token=%00"] {
                let page = try await nuntiq.stranger.at("acme.localhost").get("/supplier-access/\(path)")
                #expect(page.status == 200 && page.header("Referrer-Policy") == "no-referrer")
            }
            #expect(try await nuntiq.rows() == before)
            #expect(try await nuntiq.access("request-code", ["token": .string(link)]).status == 200)
        }
    }

    @Test(.proves("access/swept-after-7-days"), arguments: TestDatabase.allCases)
    func `links that nobody used go after a week`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let minted = try await nuntiq.access(
                "mint", ["claim_token": .string(try await nuntiq.provenClaim()), "label": "kept"])
            #expect(minted.status == 201)
            _ = try await nuntiq.invited()
            let sweep = SupplierSessionSweep(database: nuntiq.app.database)
            nuntiq.clock.advance(by: .seconds(7 * 86_400))
            #expect(try await sweep.run() == 0)
            nuntiq.clock.advance(by: .seconds(1))
            #expect(try await sweep.run() == 1)
            let states = try await nuntiq.app.supplierAccess.invitations(of: nuntiq.partner.id, in: nuntiq.tenant.id)
            #expect(states.map(\.stage) == [.keyIssued])
        }
    }
}

extension TestNuntiq {
    /// Everything about links and their work, as text.
    func rows() async throws -> [String] {
        try await app.database.read { tx in
            try ["supplier_session", "outbox", "work", "event"].flatMap { table in
                try tx.query("SELECT * FROM \(table) WHERE tenant = ?", [tenant.id]).map { "\(table) \($0.values)" }
            }.sorted()
        }
    }

    /// Runs `body` with a node that remembers nothing of earlier calls.
    func withFreshNode<Value: Sendable>(
        _ body: @escaping @Sendable (TestNuntiq) async throws -> Value
    ) async throws -> Value {
        let values = Collected<Value>()
        try await withSecondNode { second in await values.add(try await body(second)) }
        return try #require(await values.all.first)
    }
}

/// What a closure brought out.
private actor Collected<Value: Sendable> {
    private(set) var all: [Value] = []

    func add(_ value: Value) { all.append(value) }
}
