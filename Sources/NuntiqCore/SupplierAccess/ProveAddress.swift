public import NuntiqModel
import NuntiqStore

/// A code on its way.
public struct SentCode: Sendable, Hashable {
    /// The address, masked.
    public let email: String
    /// The code works until then.
    public let until: Instant
    /// So many more may be asked for.
    public let codesLeft: Int
}

/// What a right code brought.
public struct Claim: Sendable, Hashable {
    /// What the key is asked for with.
    public let token: AccessToken
    /// The token works until then.
    public let until: Instant
    /// What the link was asked for.
    public let purpose: AccessPurpose
}

extension SupplierAccess {
    /// Notes that a person has the link's page before them; a scanner that fetches it does not come here.
    public func open(_ link: AccessToken, in scope: TenantID?) async throws {
        let hash = link.hash(secrets)
        try await database.write { tx in
            let sessions = SupplierSessionRepository(tx)
            if let session = try sessions.find(hash, .link, in: scope, holding: true) { try sessions.open(session) }
        }
    }

    /// Mails a code to the address that the link went to; it takes the place of any earlier one.
    ///
    /// - Throws: ``SupplierAccessError``.
    public func requestCode(_ link: AccessToken, in scope: TenantID?) async throws -> SentCode {
        let code = VerificationCode(environment)
        let hashes = (link: link.hash(secrets), code: code.hash(for: link, secrets))
        let secret = try MailSecret(code.text, secrets: secrets, environment: environment)
        return try await database.write { tx in
            let sessions = SupplierSessionRepository(tx)
            let session = try live(hashes.link, in: scope, tx)
            guard session.codes < Self.codesMax else {
                throw SupplierAccessError.codeLimit(retryAfterSeconds: seconds(from: tx.now, to: session.endsAt))
            }
            let account = try activeAccount(of: session, tx)
            let until = min(tx.now + Self.codeLife, session.endsAt)
            try sessions.setCode(hashes.code, until: until, of: session)
            try Outbox.queue(
                .partnerVerificationCode(to: session.email, of: account, code: secret, until: until),
                in: session.tenant, tx)
            return SentCode(
                email: maskedAddress(session.email), until: until, codesLeft: Self.codesMax - session.codes - 1)
        }
    }

    /// Takes the code that was typed, spaces and all; a right one brings a claim token.
    ///
    /// - Throws: ``SupplierAccessError``; a wrong code is counted.
    public func validate(_ link: AccessToken, code typed: String, in scope: TenantID?) async throws -> Claim {
        let claim = AccessToken(environment)
        let hashes = (
            link: link.hash(secrets), code: VerificationCode(typed: typed).hash(for: link, secrets),
            claim: claim.hash(secrets)
        )
        let outcome = try await database.write { tx -> Result<Claim, SupplierAccessError> in
            let sessions = SupplierSessionRepository(tx)
            let session = try live(hashes.link, in: scope, tx)
            if let error = judge(hashes.code, session, at: tx.now) {
                // committed, not thrown: the count must outlive the refusal
                if error.isCounted { try sessions.countWrongCode(of: session) }
                return .failure(error)
            }
            let until = tx.now + Self.claimLife
            try sessions.validate(session, claim: hashes.claim, until: until)
            return .success(Claim(token: claim, until: until, purpose: session.purpose))
        }
        return try outcome.get()
    }

    /// The session of a link that leads on, held until the transaction ends.
    private func live(_ hash: [UInt8], in scope: TenantID?, _ tx: any Transaction) throws -> SupplierSession {
        let found = try SupplierSessionRepository(tx).find(hash, .link, in: scope, holding: true)
        guard let session = found else { throw SupplierAccessError.linkUnknown }
        if let fault = session.fault(at: tx.now) { throw fault }
        return session
    }

    func activeAccount(of session: SupplierSession, _ tx: any Transaction) throws -> Partner {
        let account = try PartnerRepository(tx).find(session.tenant, session.partner)
        guard let account, account.isActive else { throw SupplierAccessError.accountInactive }
        return account
    }

    /// What is wrong with a code; `nil` when it is the newest one and in time.
    private func judge(_ shown: [UInt8], _ session: SupplierSession, at now: Instant) -> SupplierAccessError? {
        guard let hash = session.codeHash, let end = session.codeEndsAt else {
            return session.validatedAt == nil ? wrong(session) : .codeUsed
        }
        guard isEqual(hash, shown) else { return wrong(session) }
        return now < end ? nil : .codeExpired
    }

    private func wrong(_ session: SupplierSession) -> SupplierAccessError {
        let left = Self.wrongCodesMax - session.wrongCodes - 1
        return left > 0 ? .codeWrong(triesLeft: left) : .locked
    }

    private func seconds(from now: Instant, to end: Instant) -> Int {
        max(1, Int((end.microseconds - now.microseconds + 999_999) / 1_000_000))
    }
}

extension SupplierAccessError {
    /// Whether it is a guess that failed; ``locked`` comes from here only by the guess that locks.
    fileprivate var isCounted: Bool {
        switch self {
        case .codeWrong, .locked: true
        case .linkUnknown, .linkExpired, .linkUsed, .codeLimit, .codeExpired, .codeUsed, .claimUnknown, .claimOver,
            .accountInactive, .noAddress:
            false
        }
    }
}

/// `bi•••••@globex.example`: enough to recognise an address that one knows.
func maskedAddress(_ email: String) -> String {
    let parts = email.split(separator: "@", maxSplits: 1)
    guard parts.count == 2 else { return "•••••" }
    return "\(parts[0].prefix(parts[0].count > 2 ? 2 : 1))•••••@\(parts[1])"
}
