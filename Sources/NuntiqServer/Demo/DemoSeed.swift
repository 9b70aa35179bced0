import NuntiqCore
import NuntiqModel
import NuntiqStore

/// Fills an installation with a tenant that is pleasant to look at, once.
///
/// Everything goes through the use cases that real callers use. Credentials are random.
public struct DemoSeed: Sendable {
    let app: App
    let folder: String
    let receivingDomain: String

    /// Works on an installation whose data folder is `folder`.
    public init(_ app: App, folder: String, receivingDomain: String) {
        self.app = app
        self.folder = folder
        self.receivingDomain = receivingDomain
    }

    /// Makes what is missing; gives the credentials that work.
    public func run() async throws -> DemoAccess {
        let tenant = try await tenant()
        let known = try await workingAccess()
        var access = if let known { known } else { try await makeAccess(tenant) }
        let people = try await DemoPeople(app: app, tenant: tenant, home: app.portal.home).run(known: access.people)
        if people != access.people {
            access.people = people
            try access.write(to: folder)
        }
        try await DemoPartners(app: app, tenant: tenant.id).run()
        let supplier = try await app.authentication.principal(showing: access.partnerKey, from: "")
        try await submitInvoices(by: supplier)
        return access
    }

    private func tenant() async throws -> Tenant {
        let tenants = Tenants(
            database: app.database, environment: app.environment, receivingDomain: receivingDomain)
        do {
            return try await tenants.find("acme")
        } catch TenantError.unknown {
            let wanted = NewTenant(
                subdomain: "acme", name: "Acme Corp", timezone: "Europe/Amsterdam", country: "NL")
            return try await tenants.create(wanted, by: .system)
        }
    }

    /// The credentials of an earlier start, if both still open something.
    private func workingAccess() async throws -> DemoAccess? {
        guard let access = try DemoAccess.read(from: folder) else { return nil }
        do {
            _ = try await app.authentication.principal(showing: access.partnerKey, from: "")
            _ = try await app.authentication.principal(showing: access.apiUserKey, from: "")
            return access
        } catch is AuthenticationError {
            return nil
        }
    }

    private func makeAccess(_ tenant: Tenant) async throws -> DemoAccess {
        let key = try await partnerKey(tenant.id)
        let user = try await apiUser(tenant.id)
        let inboxes = try await Inboxes(database: app.database).list(tenant.id)
        let access = DemoAccess(
            tenant: tenant.subdomain, customerNumber: tenant.customerNumber,
            receivingInbox: (inboxes.first(where: \.isDefault) ?? inboxes.first)?.address ?? "",
            partner: Self.partnerName, partnerKey: key.apiKey, rotationSecret: key.rotationSecret,
            apiUser: user.user.name, apiUserKey: user.apiKey, people: [])
        try access.write(to: folder)
        return access
    }

    /// A key of the demo supplier; one whose credentials nobody knows any more is revoked.
    private func partnerKey(_ tenant: TenantID) async throws -> IssuedKey {
        let partner = try await partner(tenant)
        for key in try await app.keys.list(of: partner.id, in: tenant) where key.label == "demo" && key.revokedAt == nil
        {
            _ = try await app.keys.revoke(key.id, in: tenant, by: .system)
        }
        return try await app.keys.issue("demo", expiry: .never, for: partner.id, in: tenant, by: .system)
    }

    private func partner(_ tenant: TenantID) async throws -> Partner {
        let partners = Partners(database: app.database)
        do {
            return try await partners.find(Self.partnerName, in: tenant)
        } catch PartnerError.unknown {
            let wanted = NewPartner(name: Self.partnerName, emails: ["billing@globex.example"])
            return try await partners.create(wanted, in: tenant, by: .system)
        }
    }

    private func apiUser(_ tenant: TenantID) async throws -> IssuedApiUser {
        let users = ApiUsers(
            database: app.database, environment: app.environment, secrets: app.installation.secrets)
        for user in try await users.list(tenant) where user.name == Self.userName && user.revokedAt == nil {
            _ = try await users.revoke(String(user.id), in: tenant, by: .system)
        }
        return try await users.create(Self.userName, permissions: Self.permissions, in: tenant, by: .system)
    }

    /// Submits the sample invoices, unless the tenant has some invoices already.
    private func submitInvoices(by supplier: Principal) async throws {
        let invoices = Invoices(database: app.database)
        guard try await invoices.list(InvoiceFilter(), .page(1), limit: 1, for: supplier).count == 0 else { return }
        for text in DemoInvoices.bodies {
            let intake = app.submissions.intake(for: supplier)
            try Array(text.utf8).withUnsafeBytes { try intake.feed($0) }
            _ = try await app.submissions.submit(intake.finish(), by: supplier)
        }
    }

    private static let partnerName = "Globex Supplies"
    private static let userName = "erp-connector"
    /// What a connector needs.
    private static let permissions: Set<Permission> = [
        .readDocs, .readData, .postDocs, .integrateInvoices, .lifecycleWrite, .deltaRead, .deltaWrite,
    ]
}
