import NuntiqModel
import NuntiqStore

/// Tells the notification addresses of an account what happened to its keys, in the same transaction.
struct KeyNotices {
    let tx: any Transaction
    let tenant: TenantID

    /// Tells of a new key.
    func issued(_ key: PartnerKey) throws {
        try tell(key.partner) { .partnerKeyIssued(key, to: $0, of: $1) }
    }

    /// Tells of new credentials in the place of others.
    func rotated(_ key: PartnerKey, replacing prefix: String, _ last4: String) throws {
        try tell(key.partner) { .partnerKeyRotated(key, replacing: prefix, last4, to: $0, of: $1) }
    }

    private func tell(_ account: Int64, _ mail: (String, Partner) -> Mail) throws {
        guard let partner = try PartnerRepository(tx).find(tenant, account), !partner.emails.isEmpty,
            let letterhead = try Letterhead.load(tenant, in: tx)
        else { return }
        for email in partner.emails { try Outbox.queue(mail(email, partner), by: letterhead, tx) }
    }
}
