import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting

extension TestNuntiq {
    /// The password of every person of the tests.
    static let password = "seven green bottles"

    /// A user of a tenant who has the password.
    @discardableResult
    func person(_ email: String, _ role: Role, in tenant: TenantID? = nil) async throws -> User {
        let tenant = tenant ?? self.tenant.id
        let wanted = NewUser(email: email, firstName: "Anna", lastName: "Aal", role: role)
        let invited = try await app.users.create(wanted, in: tenant, by: .console)
        let opened = try await app.passwords.set(
            Self.password, by: invited.token ?? "", in: tenant, from: "10.0.0.1", agent: "test")
        try await app.sessions.end(opened.session)
        return try await app.users.find(String(invited.user.id), in: tenant)
    }

    /// A browser of nobody.
    func browser(at host: String = "acme.localhost") -> TestBrowser { TestBrowser(stranger, at: host) }

    /// A browser in which somebody of that role is signed in.
    func browser(_ role: Role) async throws -> TestBrowser {
        let isOperator = role == .operator
        let email = "\(role.rawValue)@example.com"
        try await person(email, role, in: isOperator ? Tenant.installation.id : nil)
        let browser = browser(at: isOperator ? "localhost" : "acme.localhost")
        _ = try await browser.submit(
            "/sign-in", on: "/sign-in", ["email": email, "password": Self.password])
        return browser
    }

    /// Makes the tenant `other` with an administrator who is signed in.
    func otherBrowser() async throws -> TestBrowser {
        let other = try await Tenants(
            database: app.database, environment: app.environment, receivingDomain: "in.example"
        ).create(NewTenant(subdomain: "other", name: "Other"), by: .console)
        try await person("boss@other.example", .admin, in: other.id)
        let browser = browser(at: "other.localhost")
        _ = try await browser.submit(
            "/sign-in", on: "/sign-in", ["email": "boss@other.example", "password": Self.password])
        return browser
    }
}
