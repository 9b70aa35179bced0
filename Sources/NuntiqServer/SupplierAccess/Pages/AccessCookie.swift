import NuntiqCore
import NuntiqModel
import NuntiqStore

/// What a browser keeps of a link, so that its token leaves the address bar: the token, and that of the claim.
struct AccessCookie: Sendable, Hashable {
    let link: AccessToken
    let claim: AccessToken?

    init(link: AccessToken, claim: AccessToken?) {
        self.link = link
        self.claim = claim
    }

    /// Reads `<link>` or `<link>.<claim>`; `nil` for nothing.
    init?(_ text: String) {
        let parts = text.split(separator: ".").map(String.init)
        guard let first = parts.first, parts.count <= 2 else { return nil }
        self.init(link: AccessToken(first), claim: parts.count > 1 ? AccessToken(parts[1]) : nil)
    }

    /// What stands in the cookie.
    var text: String { ([link.text] + (claim.map { [$0.text] } ?? [])).joined(separator: ".") }

    /// Whether it is made of letters and digits, as tokens are; others lead nowhere and are not kept.
    var isWellFormed: Bool {
        [link.text, claim?.text ?? "0"].allSatisfy { text in
            (1...64).contains(text.utf8.count)
                && text.utf8.allSatisfy { byte in
                    byte < 128 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
                }
        }
    }
}

extension SiteCookie {
    /// A supplier's link and claim.
    static let access = SiteCookie(name: "nuntiq-access", lifetimeSeconds: 3_600)
    /// The token of a recipient's preferences.
    static let preferences = SiteCookie(name: "nuntiq-preferences", lifetimeSeconds: 3_600)
}

/// The letterheads of tenants, for pages that know no more than the host.
struct Letterheads: Sendable {
    let database: any Database

    /// The letterhead of a tenant; `nil` for no tenant.
    func find(_ tenant: TenantID?) async throws -> Letterhead? {
        guard let tenant else { return nil }
        return try await database.read { tx in try Letterhead.load(tenant, in: tx) }
    }
}
