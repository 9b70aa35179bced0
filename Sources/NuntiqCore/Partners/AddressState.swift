public import NuntiqModel
import NuntiqStore

/// A notification address with what its owner wants, and whether mail comes back from it.
public struct AddressState: Sendable, Hashable {
    /// The address.
    public let email: String
    /// What its owner switched off.
    public let muted: Set<MailCategory>
    /// What a mail server said, when it said that the address is none; nothing is mailed to it then.
    public let bounce: String?
}

extension Partners {
    /// The notification addresses of an account, with what its owners want and what came back.
    public func addresses(of partner: Int64, in tenant: TenantID) async throws -> [AddressState] {
        try await database.read { tx in
            guard let account = try PartnerRepository(tx).find(tenant, partner) else {
                throw PartnerError.unknown(String(partner))
            }
            let (preferences, suppressed) = (MailPreferenceRepository(tx), SuppressionRepository(tx))
            return try account.emails.map { email in
                AddressState(
                    email: email, muted: try preferences.muted(tenant, partner, folded(email)),
                    bounce: try suppressed.find(tenant, email))
            }
        }
    }
}
