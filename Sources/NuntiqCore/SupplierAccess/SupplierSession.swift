import NuntiqModel
import NuntiqStore

/// One magic link and what was done with it: from its mail to a code, to a claim, to a key.
struct SupplierSession: Sendable, Hashable {
    let tenant: TenantID
    let id: Token
    /// The partner account.
    let partner: Int64
    /// The notification address that the link went to.
    let email: String
    /// What its owner asked for.
    let purpose: AccessPurpose
    let createdAt: Instant
    /// The link works until then.
    let endsAt: Instant
    let openedAt: Instant?
    /// The newest code; `nil` before the first, and once it was right.
    let codeHash: [UInt8]?
    let codeEndsAt: Instant?
    let codeSentAt: Instant?
    let codes: Int
    let wrongCodes: Int
    let validatedAt: Instant?
    /// The newest claim token.
    let claimHash: [UInt8]?
    let claimEndsAt: Instant?
    /// When its key was issued.
    let usedAt: Instant?
    let keyID: Token?

    /// Why the link leads nowhere any more; `nil` while it does.
    func fault(at now: Instant) -> SupplierAccessError? {
        if usedAt != nil { return .linkUsed }
        if wrongCodes >= SupplierAccess.wrongCodesMax { return .locked }
        return now < endsAt ? nil : .linkExpired
    }

    /// Whether its owner, proven by a code, may look at the account's invoices.
    func isViewer(at now: Instant) -> Bool {
        validatedAt.map { now < $0 + SupplierAccess.viewing } ?? false
    }
}

/// What a link was asked for; the raw value stands in the session.
public enum AccessPurpose: String, Sendable, Hashable, CaseIterable {
    /// To issue a key.
    case key
    /// To look at the account's invoices.
    case invoices
}
