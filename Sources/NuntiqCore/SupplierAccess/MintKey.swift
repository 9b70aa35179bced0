public import NuntiqModel
import NuntiqStore

extension SupplierAccess {
    /// Issues the key that a claim token is good for.
    ///
    /// Session and claim token are spent in the key's own transaction; where that fails (a wrong label, one in use),
    /// nothing is.
    /// - Throws: ``SupplierAccessError``, ``KeyError``.
    public func mint(
        _ claim: AccessToken, label: String, expiry: KeyExpiry, clash: LabelClash, in scope: TenantID?
    ) async throws -> MintedKey {
        let hash = claim.hash(secrets)
        let draft = keys.draft(label, expiry, clash)
        return try await database.write { tx in
            let sessions = SupplierSessionRepository(tx)
            guard let session = try sessions.find(hash, .claim, in: scope, holding: true) else {
                throw SupplierAccessError.claimUnknown
            }
            guard session.usedAt == nil, let end = session.claimEndsAt, tx.now < end else {
                throw SupplierAccessError.claimOver
            }
            let account = try activeAccount(of: session, tx)
            let actor = Actor(source: "MANUAL_USER", type: "USER", id: "", name: session.email)
            let issued = try draft.issue(for: account.id, in: session.tenant, by: actor, tx)
            try sessions.use(session, for: issued.key.id)
            return MintedKey(issued: issued, account: account, tenant: session.tenant)
        }
    }

    /// The live key of that label of the claim's account, and a label like it that is free: `prod-ingest-2`.
    public func taken(_ label: String, for claim: AccessToken, in scope: TenantID?) async throws -> TakenLabel {
        let hash = claim.hash(secrets)
        return try await database.read { tx in
            guard let session = try SupplierSessionRepository(tx).find(hash, .claim, in: scope, holding: false) else {
                throw SupplierAccessError.claimUnknown
            }
            let live = try KeyRepository(tx).live(session.tenant, of: session.partner, at: tx.now)
            let taken = Set(live.map { folded($0.label) })
            let numbered = (2...Keys.liveMax + 2).lazy.map { "\(label.prefix(Keys.labelCharactersMax - 4))-\($0)" }
            return TakenLabel(
                until: live.first { folded($0.label) == folded(label) }?.expiresAt,
                freeLabel: numbered.first { !taken.contains(folded($0)) } ?? label)
        }
    }
}

/// A label that a live key has.
public struct TakenLabel: Sendable, Hashable {
    /// That key ends then; `nil`: never.
    public let until: Instant?
    /// A label like it that is free.
    public let freeLabel: String
}

/// A key that a supplier issued to itself.
public struct MintedKey: Sendable, Hashable {
    /// The key with its credentials.
    public let issued: IssuedKey
    /// The account.
    public let account: Partner
    /// Its tenant.
    public let tenant: TenantID
}
