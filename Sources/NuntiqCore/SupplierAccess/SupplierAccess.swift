public import NuntiqModel
public import NuntiqStore

/// How a supplier gets in by itself: a link by mail, a code by mail, and then its key or a look at its invoices.
///
/// All state is in the database, so that any node goes on where another began. Looking changes nothing.
public struct SupplierAccess: Sendable {
    /// A link works so long, until a right code.
    public static let linkLife = Duration.seconds(15 * 60)
    /// A code works so long.
    public static let codeLife = Duration.seconds(10 * 60)
    /// A right code is good for a key for so long.
    public static let claimLife = Duration.seconds(10 * 60)
    /// A right code is good for a look at the invoices for so long.
    public static let viewing = Duration.seconds(60 * 60)
    /// So many wrong codes lock a link.
    public static let wrongCodesMax = 5
    /// So many codes are sent for one link.
    public static let codesMax = 5
    /// So many links may an address ask for within an hour; invitations do not count.
    public static let linksPerHourMax = 5

    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets
    let keys: Keys

    /// Works on a database with the installation's secrets.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
        keys = Keys(database: database, environment: environment, secrets: secrets)
    }

    /// Sends each notification address of an account its invitation.
    ///
    /// - Throws: ``PartnerError/unknown(_:)``, ``KeyError/partnerInactive(_:)``, ``SupplierAccessError/noAddress(_:)``.
    public func invite(_ partner: Int64, in tenant: TenantID, by actor: Actor) async throws -> Invitation {
        try await database.write { tx in
            guard let account = try PartnerRepository(tx).find(tenant, partner) else {
                throw PartnerError.unknown(String(partner))
            }
            guard account.isActive else { throw KeyError.partnerInactive(account.name) }
            guard !account.emails.isEmpty else { throw SupplierAccessError.noAddress(account.name) }
            for email in account.emails {
                try sendLink(to: email, of: account, for: .key, isInvitation: true, in: tenant, tx)
            }
            try tx.audit(
                "partner_invited", of: partner.subject, in: tenant, by: actor,
                ["emails": .array(account.emails.map(JSONValue.string))])
            return Invitation(partner: account, until: tx.now + Self.linkLife)
        }
    }

    /// Sends one link, with its session, in the transaction of its cause.
    func sendLink(
        to email: String, of account: Partner, for purpose: AccessPurpose, isInvitation: Bool, in tenant: TenantID,
        _ tx: any Transaction
    ) throws {
        let token = AccessToken(environment)
        let session = SupplierSession(
            for: account.id, email, purpose, id: .version7(at: tx.now, random: environment.random(8)), at: tx.now,
            in: tenant)
        try SupplierSessionRepository(tx).insert(session, link: token.hash(secrets), isInvitation: isInvitation)
        let secret = try MailSecret(token.text, secrets: secrets, environment: environment)
        try Outbox.queue(
            .partnerInvitation(to: email, of: account, token: secret, until: session.endsAt), in: tenant, tx)
    }
}

/// What an invitation did.
public struct Invitation: Sendable, Hashable {
    /// The account; its addresses got the mail.
    public let partner: Partner
    /// The links work until then.
    public let until: Instant
}
