import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting

/// The use cases about people, on a fresh database with the tenant `acme`; passwords are cheap to try.
struct PeopleUnderTest: Sendable {
    let accounts: AccountsUnderTest
    let hasher: PasswordHasher

    var acme: TenantID { accounts.acme.id }
    var clock: TestClock { accounts.clock }
    var database: any Database { accounts.database }
    var users: Users {
        Users(database: database, environment: accounts.environment, secrets: accounts.secrets)
    }
    var groups: Groups { Groups(database: database) }
    var sessions: Sessions {
        Sessions(database: database, environment: accounts.environment, secrets: accounts.secrets)
    }
    var passwords: Passwords {
        Passwords(
            database: database, environment: accounts.environment, secrets: accounts.secrets, hasher: hasher)
    }

    /// As a node of its own would let people in.
    func signIn() -> SignIn {
        SignIn(database: database, environment: accounts.environment, secrets: accounts.secrets, hasher: hasher)
    }

    static let password = "seven green bottles"

    /// A user with the password.
    @discardableResult
    func person(
        _ email: String = "anna@acme.example", _ role: Role = .clerk, groups: [String] = [], in tenant: TenantID? = nil
    ) async throws -> User {
        let tenant = tenant ?? acme
        let wanted = NewUser(email: email, firstName: "Anna", lastName: "Aal", role: role, groups: groups)
        let invited = try await users.create(wanted, in: tenant, by: .console)
        let opened = try await passwords.set(
            Self.password, by: invited.token ?? "", in: tenant, from: "10.0.0.1", agent: "test")
        try await sessions.end(opened.session)
        return try await users.find(String(invited.user.id), in: tenant)
    }

    func attempt(
        _ name: String = "anna@acme.example", _ password: String = PeopleUnderTest.password, in tenant: TenantID? = nil,
        from address: String = "10.0.0.1"
    ) async throws -> OpenedSession {
        try await signIn().signIn(
            SignIn.Attempt(
                name: name, password: password, tenant: tenant ?? acme, address: address, agent: "test"))
    }

    /// The other tenant.
    func other() async throws -> TenantID {
        try await accounts.tenants.create(NewTenant(subdomain: "other", name: "Other"), by: .console).id
    }
}

/// Runs `body` with the use cases about people on a fresh database.
func withPeople(
    on kind: TestDatabase, cost: PasswordHash.Cost = PasswordHash.Cost(logarithm: 4, lanes: 1),
    _ body: @escaping @Sendable (PeopleUnderTest) async throws -> Void
) async throws {
    try await withAccounts(on: kind) { accounts in
        let hasher = PasswordHasher(environment: accounts.environment, cost: cost)
        try await body(PeopleUnderTest(accounts: accounts, hasher: hasher))
    }
}
