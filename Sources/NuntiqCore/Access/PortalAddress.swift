public import NuntiqMail

/// Where the portals of the tenants are, by configuration.
public struct PortalAddress: Sendable, Hashable {
    /// `https` in production, `http` on the own machine.
    public let scheme: String
    /// What follows the subdomain, with the port where it is not the scheme's own: `apquery.com`, `localhost:8080`.
    public let domain: String

    /// Makes an address from its parts.
    public init(scheme: String, domain: String) {
        self.scheme = scheme
        self.domain = domain
    }

    /// The root of a tenant's portal, without a slash at its end.
    public func url(of subdomain: String) -> String {
        "\(scheme)://\(subdomain).\(domain)"
    }

    /// What mail comes from where nobody said: `no-reply@` the domain.
    public var sender: MailAddress {
        let host = domain.split(separator: ":").first.map(String.init) ?? "localhost"
        guard let address = MailAddress("no-reply@\(host)") else { preconditionFailure("no domain: \(domain)") }
        return address
    }

    /// The page on which a supplier makes itself a new key.
    public func regenerateURL(of subdomain: String) -> String {
        "\(url(of: subdomain))/supplier-access/regenerate"
    }
}
