public import NuntiqModel
import NuntiqStore

/// A customer: the company that receives invoices.
public struct Tenant: Sendable, Hashable {
    /// The number under which all its rows are kept.
    public let id: TenantID
    /// The first label of its portal's host name, such as `acme`.
    public let subdomain: String
    /// The name that people read.
    public let name: String
    /// The number by which a connector names it (`X-Customer-Number`).
    public let customerNumber: String
    /// The IANA name of its time zone, such as `Europe/Amsterdam`.
    public let timezone: String
    /// Its country, ISO 3166-1 alpha-2.
    public let country: String
    /// When it was made.
    public let createdAt: Instant

    /// Stands for the installation itself, to which operators belong.
    public static let installation = Tenant(
        id: Periodic.installationTenant, subdomain: "", name: "Nuntiq", customerNumber: "", timezone: "UTC",
        country: "", createdAt: Instant(microseconds: 0))
}

/// What is asked for a new tenant, as typed.
public struct NewTenant: Sendable, Hashable {
    /// The first label of its portal's host name; upper case is taken as lower case.
    public let subdomain: String
    /// The name that people read, up to 200 characters.
    public let name: String
    /// The IANA name of its time zone.
    public let timezone: String
    /// Its country, ISO 3166-1 alpha-2 in any case.
    public let country: String

    /// Makes a request for a tenant.
    public init(subdomain: String, name: String, timezone: String = "UTC", country: String = "US") {
        self.subdomain = subdomain
        self.name = name
        self.timezone = timezone
        self.country = country
    }
}
