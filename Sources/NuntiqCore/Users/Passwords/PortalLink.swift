public import NuntiqModel

/// A link that works once: to set a password, or to enter a tenant as operator.
public struct PortalLink: Sendable, Hashable {
    /// What a link is for.
    public enum Purpose: String, Sendable, Hashable {
        /// The first password of a new user; seven days.
        case invitation
        /// A new password instead of a forgotten one; an hour.
        case reset
        /// The portal of a tenant, for an operator who gave a reason; a minute.
        case enter

        /// How long the link works.
        public var life: Duration {
            switch self {
            case .invitation: .seconds(7 * 86_400)
            case .reset: .seconds(3_600)
            case .enter: .seconds(60)
            }
        }
    }

    /// Whose it is.
    public let user: Int64
    /// What it is for.
    public let purpose: Purpose
    /// The tenant to enter.
    public let target: TenantID?
    /// Why it is entered.
    public let reason: String
    /// Until when it works.
    public let expiresAt: Instant
}

extension PortalAddress {
    /// The path of the page on which a password is set.
    public static let passwordPath = "/set-password"

    /// The page on which a user of a tenant sets a password by a link that works once.
    public func passwordURL(of subdomain: String, token: String) -> String {
        "\(url(of: subdomain))\(Self.passwordPath)?token=\(token)"
    }
}
