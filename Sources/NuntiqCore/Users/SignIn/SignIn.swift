public import NuntiqModel
public import NuntiqStore

/// Lets people in by password.
///
/// Every refusal is the same sentence after the same time, whoever the name belongs to. Tries are counted per name and
/// per address of the network, in the database, before they are judged.
public struct SignIn: Sendable {
    /// What is shown to sign in.
    public struct Attempt: Sendable {
        /// An email address or login account, as typed.
        public let name: String
        /// The password.
        public let password: String
        /// The tenant whose portal was called; 0 for the installation's own host.
        public let tenant: TenantID
        /// The address of the network.
        public let address: String
        /// What the browser calls itself.
        public let agent: String

        /// Makes an attempt.
        public init(name: String, password: String, tenant: TenantID, address: String, agent: String) {
            self.name = name
            self.password = password
            self.tenant = tenant
            self.address = address
            self.agent = agent
        }
    }

    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets
    let hasher: PasswordHasher

    /// Works on a database with the installation's secrets.
    public init(
        database: any Database, environment: RuntimeEnvironment, secrets: Secrets, hasher: PasswordHasher
    ) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
        self.hasher = hasher
    }

    /// Opens a session; operators have theirs on the installation's own host.
    ///
    /// - Throws: ``SignInError/refused(triesLeft:wait:)``, ``SignInError/throttled(until:from:)``,
    ///   ``SignInError/busy``.
    public func signIn(_ attempt: Attempt) async throws -> OpenedSession {
        let throttle = try await counted(attempt)
        let found = try await database.read { tx in try candidate(attempt, tx) }
        let isRight = try await hasher.matches(String(attempt.password.prefix(1_000)), found?.password)
        guard let found, isRight else { throw refusal(throttle) }
        let renewed = try await renewed(found, attempt)
        let token = PortalToken.make(environment)
        let hash = secrets.hash(token)
        let session = try await database.write { tx in
            try open(found.user, hash: hash, renewed: renewed, for: attempt, tx)
        }
        guard let session else { throw refusal(throttle) }
        return OpenedSession(token: token, session: session)
    }

    private func counted(_ attempt: Attempt) async throws -> SignInThrottle {
        let subjects = subjects(of: attempt)
        let (throttle, refusedUntil, now) = try await database.write { tx in
            let throttles = SignInThrottleRepository(tx)
            let account = try throttles.count(.account, subjects.account, in: attempt.tenant)
            let address = try throttles.count(.address, subjects.address, in: Periodic.installationTenant)
            let refused = [account, address].filter(\.isRefused).map(\.throttle.blockedUntil).max()
            return (account.throttle, refused, tx.now)
        }
        if let refusedUntil { throw SignInError.throttled(until: refusedUntil, from: now) }
        return throttle
    }

    private func refusal(_ throttle: SignInThrottle) -> SignInError {
        let (triesLeft, wait) = throttle.outlook(SignInThrottle.Kind.account.rule)
        return .refused(triesLeft: triesLeft, wait: wait)
    }

    /// By address first, then by login account.
    private func candidate(_ attempt: Attempt, _ tx: any Transaction) throws -> (user: User, password: String)? {
        let users = UserRepository(tx)
        guard
            let user = try users.find(attempt.tenant, email: attempt.name)
                ?? users.find(attempt.tenant, loginAccount: attempt.name),
            let password = try users.password(attempt.tenant, user.id), user.loginType == .password
        else { return nil }
        return (user, password)
    }

    /// The hash under the present cost, when the stored one has another.
    private func renewed(_ found: (user: User, password: String), _ attempt: Attempt) async throws -> PasswordHash? {
        guard PasswordHash(text: found.password)?.cost != hasher.cost else { return nil }
        return try await hasher.hash(attempt.password)
    }

    private func open(
        _ known: User, hash: [UInt8], renewed: PasswordHash?, for attempt: Attempt, _ tx: any Transaction
    ) throws -> Session? {
        let users = UserRepository(tx)
        guard let user = try users.find(known.tenant, known.id), user.isActive(at: tx.now) else { return nil }
        let subjects = subjects(of: attempt)
        let throttles = SignInThrottleRepository(tx)
        try throttles.forget(.account, subjects.account, in: attempt.tenant)
        try throttles.takeBack(.address, subjects.address, in: Periodic.installationTenant)
        if let renewed { try users.renewPassword(renewed, of: user.id, in: user.tenant) }
        return try SessionRepository(tx).open(user, hash: hash, from: attempt.address, agent: attempt.agent)
    }

    private func subjects(of attempt: Attempt) -> (account: [UInt8], address: [UInt8]) {
        (
            secrets.hash("sign-in account \(trimmedFolded(attempt.name))"),
            secrets.hash("sign-in address \(attempt.address)")
        )
    }
}
