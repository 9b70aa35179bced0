import NuntiqCore
import NuntiqModel

/// What routes and pages of supplier access share.
struct AccessDesk: Sendable {
    let access: SupplierAccess
    let tenants: Tenants
    let authentication: Authentication
    let limiter: AddressLimiter
    let links: LinkLimiter

    init(
        _ access: SupplierAccess, _ authentication: Authentication, _ installation: Installation,
        _ rateLimit: Settings.RateLimit
    ) {
        let (database, environment) = (installation.database, installation.environment)
        self.access = access
        self.authentication = authentication
        tenants = Tenants(database: database, environment: environment, receivingDomain: "")
        limiter = AddressLimiter(rateLimit, environment: environment)
        links = LinkLimiter(environment: environment)
    }

    /// Whose links count: those of the host's tenant, else of the subdomain in the body, else any.
    func scope(of context: CallContext, _ body: inout Fields) async throws -> AccessScope {
        let subdomain = body.text("subdomain", limit: 63)
        if let tenant = context.hostTenant { return .only(tenant) }
        guard let subdomain, !subdomain.isEmpty else { return .any }
        return try await scope(of: subdomain)
    }

    /// The tenant of that subdomain, if there is one.
    func scope(of subdomain: String) async throws -> AccessScope {
        try await tenants.find(subdomain: subdomain).map { .only($0.id) } ?? .nobody
    }

    /// Takes the question for a link, and tells nothing about the address.
    func requestLink(for email: String, _ purpose: AccessPurpose, _ scope: AccessScope) async throws {
        switch scope {
        case .only(let tenant):
            try links.count(email, tenant)
            try await access.requestLink(for: email, purpose, in: tenant)
        case .any, .nobody: try links.count(email, nil)
        }
    }

    /// Issues the key; where it replaced another, this node forgets that one at once.
    func mint(
        _ claim: AccessToken, _ label: String, _ expiry: KeyExpiry, _ clash: LabelClash, _ tenant: TenantID?
    ) async throws -> MintedKey {
        let minted = try await access.mint(claim, label: label, expiry: expiry, clash: clash, in: tenant)
        if let replaced = minted.issued.replaced { authentication.forget(replaced.id, in: minted.tenant) }
        return minted
    }
}

/// Whose links and claims count in a call.
enum AccessScope: Sendable, Hashable {
    /// Anyone's: the token's row says whose it is.
    case any
    /// A tenant's.
    case only(TenantID)
    /// Nobody's: the subdomain is none.
    case nobody

    /// The tenant, or `nil` for any; a link of a tenant that is none is unknown.
    func tenant() throws -> TenantID? {
        switch self {
        case .any: nil
        case .only(let tenant): tenant
        case .nobody: throw SupplierAccessError.linkUnknown
        }
    }

    /// The same for a claim token.
    func claimTenant() throws -> TenantID? {
        guard self != .nobody else { throw SupplierAccessError.claimUnknown }
        return try tenant()
    }
}
