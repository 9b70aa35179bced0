import Crypto
import NuntiqModel

/// The token of a recipient's preferences link: 48 hexadecimal digits.
///
/// Derived from the master key, so that it is always the same and stands nowhere; the directory knows its hash. That is
/// a plain SHA-256, which suffices for 192 bits that nobody can guess, and outlives a change of the master key.
struct MailToken: Sendable, Hashable {
    let text: String
    let tenant: TenantID
    let account: Int64
    let email: String

    init(of email: String, _ account: Int64, _ tenant: TenantID, _ secrets: Secrets) {
        let identity = "email preferences \(tenant.rawValue) \(account) \(folded(email))"
        text = Hexadecimal.encode(secrets.hash(identity).prefix(24))
        (self.tenant, self.account, self.email) = (tenant, account, email)
    }

    /// What the directory keeps of a token; `nil` for what is none.
    static func hash(_ text: String) -> [UInt8]? {
        guard text.utf8.count == 48, Hexadecimal.decode(Array(text.utf8)) != nil else { return nil }
        return Array(SHA256.hash(data: Array(text.lowercased().utf8)))
    }

    /// What the directory keeps of it.
    var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
