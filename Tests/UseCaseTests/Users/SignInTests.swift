import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SignInTests {
    private let refused = "Email and password do not match."

    @Test(arguments: TestDatabase.allCases)
    func `who knows the password is let in, by address or login account`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let anna = try await people.person()
            let opened = try await people.attempt(" ANNA@acme.example ")
            #expect(opened.session.user.id == anna.id && opened.token.count == 64)
            let found = try await people.sessions.find(opened.token, on: people.acme)
            #expect(found?.user.lastLoginAt == people.clock.now && found?.tenant == people.acme)
        }
    }

    @Test(.proves("operations/no-user-enumeration"), arguments: TestDatabase.allCases)
    func `every refusal is the same`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let anna = try await people.person()
            let gone = try await people.person("gone@acme.example")
            _ = try await people.users.deactivate(gone.id, in: people.acme, by: .console)
            _ = try await people.users.create(NewUser(email: "new@acme.example"), in: people.acme, by: .console)
            _ = try await people.users.change(anna.id, in: people.acme, by: .console) {
                $0.activeFrom = people.clock.now + .seconds(60)
            }
            let expected = SignInError.refused(triesLeft: 4, wait: .seconds(300))
            for name in ["anna@acme.example", "gone@acme.example", "new@acme.example", "nobody@acme.example", ""] {
                await #expect(throws: expected) { try await people.attempt(name) }
            }
            await #expect(throws: SignInError.refused(triesLeft: 3, wait: .seconds(300))) {
                try await people.attempt("nobody@acme.example")
            }
        }
    }

    @Test func `an unknown name takes as long as a known one`() async throws {
        try await withPeople(on: .sqlite, cost: PasswordHash.Cost(logarithm: 11)) { people in
            var times: [[Duration]] = [[], []]
            for round in 0..<5 {
                try await people.person("p\(round)@acme.example")
                for (index, name) in ["p\(round)@acme.example", "n\(round)@acme.example"].enumerated() {
                    let clock = ContinuousClock()
                    times[index].append(
                        await clock.measure {
                            _ = try? await people.attempt(name, "wrong and long", from: "10.0.\(index).\(round)")
                        })
                }
            }
            let (known, unknown) = (times[0].sorted()[2], times[1].sorted()[2])
            #expect(unknown > known / 3 && known > unknown / 3, "\(known) \(unknown)")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `five tries bring a wait, also for the right password, and longer ones after it`(
        kind: TestDatabase
    ) async throws {
        try await withPeople(on: kind) { people in
            try await people.person()
            for left in [4, 3, 2, 1, 0] {
                await #expect(throws: SignInError.refused(triesLeft: left, wait: .seconds(300))) {
                    try await people.attempt("anna@acme.example", "wrong")
                }
            }
            let start = people.clock.now
            await #expect(throws: SignInError.throttled(until: start + .seconds(300), from: start)) {
                try await people.attempt()
            }
            _ = try? await people.attempt("b@acme.example", "wrong")  // another name is as free as ever
            people.clock.advance(by: .seconds(301))
            for left in [4, 3, 2, 1, 0] {
                await #expect(throws: SignInError.refused(triesLeft: left, wait: .seconds(600))) {
                    try await people.attempt("anna@acme.example", "wrong")
                }
            }
            people.clock.advance(by: .seconds(601))
            _ = try await people.attempt()
            await #expect(throws: SignInError.refused(triesLeft: 4, wait: .seconds(300))) {
                try await people.attempt("anna@acme.example", "wrong")
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `guesses side by side on several nodes count as many`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            try await people.person()
            let refusals = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do {
                            _ = try await people.attempt("anna@acme.example", "wrong")
                            return false
                        } catch SignInError.refused {
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(refusals == 5)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `one address of the network has its limit over all names and tenants`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let other = try await people.other()
            for number in 0..<50 {
                let tenant = number.isMultiple(of: 2) ? other : people.acme
                _ = try? await people.attempt("u\(number)@acme.example", "wrong", in: tenant)
            }
            let now = people.clock.now
            await #expect(throws: SignInError.throttled(until: now + .seconds(300), from: now)) {
                try await people.attempt("fresh@acme.example", "wrong")
            }
            await #expect(throws: SignInError.refused(triesLeft: 4, wait: .seconds(300))) {
                try await people.attempt("fresh2@acme.example", "wrong", from: "10.0.0.2")
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `another tenant's user is nobody here`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let other = try await people.other()
            try await people.person(in: other)
            await #expect(throws: SignInError.refused(triesLeft: 4, wait: .seconds(300))) {
                try await people.attempt()
            }
            let opened = try await people.attempt(in: other)
            #expect(try await people.sessions.find(opened.token, on: people.acme) == nil)
            #expect(try await people.sessions.find(opened.token, on: other) != nil)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a password is hashed anew under another cost at the next sign-in`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let anna = try await people.person()
            let dearer = PeopleUnderTest(
                accounts: people.accounts,
                hasher: PasswordHasher(
                    environment: people.accounts.environment, cost: PasswordHash.Cost(logarithm: 5, lanes: 1)))
            _ = try await dearer.attempt()
            let stored = try await people.database.read { tx in
                try tx.query(
                    "SELECT password FROM portal_user WHERE tenant = ? AND id = ?", [people.acme, anna.id]
                ).first?.text(0)
            }
            #expect(stored?.hasPrefix("scrypt$5$1$") == true)
            _ = try await dearer.attempt()
        }
    }
}
