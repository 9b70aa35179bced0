import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SessionTests {
    @Test(arguments: TestDatabase.allCases)
    func `a session ends by its owner, by an administrator and by deactivation`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let anna = try await people.person()
            let first = try await people.attempt()
            let (second, third) = (try await people.attempt(), try await people.attempt())
            try await people.sessions.end(first.session)
            #expect(try await people.sessions.find(first.token, on: people.acme) == nil)
            #expect(try await people.sessions.list(of: anna).count == 2)
            #expect(try await people.sessions.endAll(of: anna.id, in: people.acme, by: .console) == 2)
            #expect(try await people.sessions.find(second.token, on: people.acme) == nil)
            let fourth = try await people.attempt()
            _ = try await people.users.deactivate(anna.id, in: people.acme, by: .console)
            for token in [third.token, fourth.token] {
                #expect(try await people.sessions.find(token, on: people.acme) == nil)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a session ends when nobody uses it, and after a day in any case`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            try await people.person()
            let idle = try await people.attempt()
            people.clock.advance(by: Session.idleMax)
            #expect(try await people.sessions.find(idle.token, on: people.acme) == nil)
            let used = try await people.attempt()
            for _ in 0..<3 {
                people.clock.advance(by: .seconds(7 * 3_600))
                #expect(try await people.sessions.find(used.token, on: people.acme) != nil)
            }
            people.clock.advance(by: .seconds(3 * 3_600))
            #expect(try await people.sessions.find(used.token, on: people.acme) == nil)
            #expect(try await SessionSweep(database: people.database).run() > 0)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `neither session nor link nor password stands in the database as it is`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let anna = try await people.person()
            let opened = try await people.attempt()
            let invited = try await people.users.link(anna.id, in: people.acme, by: .console)
            let link = try #require(invited.token)
            let rows = try await people.database.read { tx in
                try ["portal_user", "portal_session", "portal_link", "event", "work"].flatMap { table in
                    try tx.query("SELECT * FROM \(table) WHERE tenant = ?", [people.acme]).map { "\($0.values)" }
                }
            }
            #expect(rows.count > 5)
            for secret in [opened.token, link, PeopleUnderTest.password] {
                #expect(!rows.contains { $0.contains(secret) })
                #expect(!rows.contains { $0.contains("\(Array(secret.utf8))") })
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an operator enters a tenant by a link that works once, with a reason in its history`(
        kind: TestDatabase
    ) async throws {
        try await withPeople(on: kind) { people in
            let (home, other) = (TenantID(rawValue: 0), try await people.other())
            try await people.person("op@example.com", .operator, in: home)
            let session = try await people.attempt("op@example.com", in: home).session
            await #expect(throws: SignInError.self) {
                try await people.sessions.enter(people.acme, because: " ", by: session)
            }
            let token = try await people.sessions.enter(people.acme, because: "Ticket 4711", by: session)
            await #expect(throws: SignInError.linkDead) {
                try await people.sessions.follow(token, on: other, from: "10.0.0.1", agent: "")
            }
            let again = try await people.sessions.enter(people.acme, because: "Ticket 4711", by: session)
            let entered = try await people.sessions.follow(again, on: people.acme, from: "10.0.0.1", agent: "")
            #expect(entered.session.tenant == people.acme && entered.session.enteredReason == "Ticket 4711")
            for dead in [token, again, entered.token] {
                await #expect(throws: SignInError.linkDead) {
                    try await people.sessions.follow(dead, on: people.acme, from: "10.0.0.1", agent: "")
                }
            }
            let found = try await people.sessions.find(entered.token, on: people.acme)
            #expect(found?.tenant == people.acme && found?.actor.name == "Anna Aal (operator)")
            #expect(try await people.sessions.find(entered.token, on: other)?.tenant == people.acme)
            let subject = withUnsafeBytes(of: people.acme.rawValue.bigEndian) { Array($0) }
            let events = try await people.accounts.events(of: subject).filter { $0.kind == "operator_entered" }
            #expect(events.count == 2 && events[0].payload.contains("Ticket 4711"))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a tenant's own user cannot enter another tenant`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let other = try await people.other()
            try await people.person("anna@acme.example", .admin)
            let session = try await people.attempt().session
            await #expect(throws: SignInError.signedOut) {
                try await people.sessions.enter(other, because: "curious", by: session)
            }
        }
    }
}
