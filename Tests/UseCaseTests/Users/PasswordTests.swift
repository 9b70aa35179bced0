import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct PasswordTests {
    private let fresh = "nine purple kettles"

    @Test(arguments: TestDatabase.allCases)
    func `a link sets a password once and signs in`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let invited = try await people.users.create(
                NewUser(email: "anna@acme.example"), in: people.acme, by: .console)
            let token = try #require(invited.token)
            #expect(try await people.passwords.user(of: token, in: people.acme).id == invited.user.id)
            let opened = try await set(fresh, token, people)
            #expect(try await people.sessions.find(opened.token, on: people.acme) != nil)
            await #expect(throws: SignInError.linkDead) { try await set("ten yellow saucers", token, people) }
            _ = try await people.attempt("anna@acme.example", fresh)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a link of another tenant, one that is over and one that never was are the same`(
        kind: TestDatabase
    ) async throws {
        try await withPeople(on: kind) { people in
            let other = try await people.other()
            let token = try #require(
                try await people.users.create(NewUser(email: "a@acme.example"), in: people.acme, by: .console).token)
            for dead in [token, String(repeating: "0", count: 64), "", "x"] {
                await #expect(throws: SignInError.linkDead) {
                    try await people.passwords.user(of: dead, in: other)
                }
            }
            people.clock.advance(by: .seconds(7 * 86_400))
            await #expect(throws: SignInError.linkDead) { try await set(fresh, token, people) }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a password that cannot be leaves the link as it is, a fresh link ends the one before`(
        kind: TestDatabase
    ) async throws {
        try await withPeople(on: kind) { people in
            let invited = try await people.users.create(
                NewUser(email: "anna@acme.example"), in: people.acme, by: .console)
            let first = try #require(invited.token)
            await #expect(throws: SignInError.self) { try await set("short", first, people) }
            let second = try #require(
                try await people.users.link(invited.user.id, in: people.acme, by: .console).token)
            await #expect(throws: SignInError.linkDead) { try await set(fresh, first, people) }
            _ = try await set(fresh, second, people)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a new password ends every session and forgets the tries`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let anna = try await people.person()
            let before = try await people.attempt()
            for _ in 0..<5 { _ = try? await people.attempt("anna@acme.example", "wrong") }
            let token = try #require(try await people.users.link(anna.id, in: people.acme, by: .console).token)
            people.clock.advance(by: .seconds(3_599))
            _ = try await set(fresh, token, people)
            #expect(try await people.sessions.find(before.token, on: people.acme) == nil)
            _ = try await people.attempt("anna@acme.example", fresh)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `who is signed in changes the password by the old one, and stays`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            try await people.person()
            let (here, there) = (try await people.attempt(), try await people.attempt())
            for (old, new) in [("wrong", fresh), (PeopleUnderTest.password, "short")] {
                await #expect(throws: SignInError.self) {
                    try await people.passwords.change(old, to: new, by: here.session)
                }
            }
            try await people.passwords.change(PeopleUnderTest.password, to: fresh, by: here.session)
            #expect(try await people.sessions.find(here.token, on: people.acme) != nil)
            #expect(try await people.sessions.find(there.token, on: people.acme) == nil)
            _ = try await people.attempt("anna@acme.example", fresh)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a forgotten password is answered alike and looked into later, a few times an hour`(
        kind: TestDatabase
    ) async throws {
        try await withPeople(on: kind) { people in
            try await people.person()
            let reset = PasswordReset(
                database: people.database, environment: people.accounts.environment, secrets: people.accounts.secrets)
            for name in ["anna@acme.example", "nobody@acme.example"] {
                for _ in 0..<5 { try await reset.request(name, in: people.acme, from: "10.0.0.1") }
            }
            let waiting = try await people.database.read { tx in
                try tx.query(
                    "SELECT payload FROM work WHERE tenant = ? AND kind = ?", [people.acme, PasswordReset.kind])
            }
            #expect(waiting.count == 6)
            for number in 0..<10 {
                try await reset.request("u\(number)@acme.example", in: people.acme, from: "10.0.0.1")
            }
            await #expect(throws: SignInError.self) {
                try await reset.request("x@acme.example", in: people.acme, from: "10.0.0.1")
            }
        }
    }

    private func set(_ password: String, _ token: String, _ people: PeopleUnderTest) async throws -> OpenedSession {
        try await people.passwords.set(password, by: token, in: people.acme, from: "10.0.0.1", agent: "test")
    }
}
