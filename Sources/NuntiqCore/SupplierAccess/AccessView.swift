public import NuntiqModel
import NuntiqStore

/// How far a supplier has come, for the page that it looks at.
public struct AccessView: Sendable, Hashable {
    /// What is to be done next.
    public enum Step: Sendable, Hashable {
        /// Ask for a code.
        case send
        /// Type the code.
        case code(SentCode, sentAt: Instant, triesLeft: Int)
        /// Choose label and interval, until then.
        case label(until: Instant)
        /// Nothing: the key was issued.
        case issued(label: String?)
        /// Nothing: ask for a fresh link.
        case over(SupplierAccessError)
    }

    /// How the tenant presents itself.
    public let letterhead: Letterhead
    /// The name of the account.
    public let account: String
    /// The address that the link went to.
    public let email: String
    /// The same, masked.
    public let maskedEmail: String
    /// The link works until then.
    public let until: Instant
    /// What the link was asked for.
    public let purpose: AccessPurpose
    /// What is to be done next.
    public let step: Step
    /// Whether the account's invoices may be looked at.
    public let isViewer: Bool
}

extension SupplierAccess {
    /// What a link leads to, with the claim token that its code brought; changes nothing.
    ///
    /// - Returns: `nil` for a link that is none of this tenant's.
    public func look(at link: AccessToken, _ claim: AccessToken?, in scope: TenantID?) async throws -> AccessView? {
        let hashes = (link: link.hash(secrets), claim: claim?.hash(secrets))
        return try await database.read { tx in
            guard let session = try SupplierSessionRepository(tx).find(hashes.link, .link, in: scope, holding: false),
                let letterhead = try Letterhead.load(session.tenant, in: tx),
                let account = try PartnerRepository(tx).find(session.tenant, session.partner)
            else { return nil }
            let isProven = hashes.claim.map { shown in session.claimHash.map { isEqual($0, shown) } ?? false } ?? false
            return AccessView(
                letterhead: letterhead, account: account.name, email: session.email,
                maskedEmail: maskedAddress(session.email), until: session.endsAt, purpose: session.purpose,
                step: account.isActive
                    ? try step(of: session, isProven: isProven, tx) : .over(.accountInactive),
                isViewer: isProven && account.isActive && session.isViewer(at: tx.now))
        }
    }

    /// The account whose invoices a claim token opens; `nil` when it opens none, or no more.
    public func viewer(_ claim: AccessToken, in scope: TenantID?) async throws -> Principal? {
        let hash = claim.hash(secrets)
        return try await database.read { tx in
            guard let session = try SupplierSessionRepository(tx).find(hash, .claim, in: scope, holding: false),
                session.isViewer(at: tx.now),
                let account = try PartnerRepository(tx).find(session.tenant, session.partner), account.isActive
            else { return nil }
            return Principal(
                id: account.id, tenant: session.tenant, kind: .partner(keyID: session.id), name: account.name,
                permissions: [], suppliers: account.suppliers)
        }
    }

    private func step(
        of session: SupplierSession, isProven: Bool, _ tx: any Transaction
    ) throws -> AccessView.Step {
        if session.usedAt != nil {
            guard isProven, let id = session.keyID else { return .over(.linkUsed) }
            return .issued(label: try KeyRepository(tx).find(session.tenant, id)?.label)
        }
        if isProven, let end = session.claimEndsAt {
            if tx.now < end { return .label(until: end) }
        }
        if let fault = session.fault(at: tx.now) { return .over(fault) }
        guard session.codeHash != nil, let sentAt = session.codeSentAt, let end = session.codeEndsAt else {
            return .send
        }
        let code = SentCode(
            email: maskedAddress(session.email), until: end, codesLeft: Self.codesMax - session.codes)
        return .code(code, sentAt: sentAt, triesLeft: Self.wrongCodesMax - session.wrongCodes)
    }
}
