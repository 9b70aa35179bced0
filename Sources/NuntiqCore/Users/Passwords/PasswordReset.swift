public import NuntiqModel
public import NuntiqStore

/// What happens when somebody says that a password is forgotten.
///
/// The page answers before anyone looks: the request is put into the queue of work, whoever the name belongs to.
public struct PasswordReset: Sendable {
    /// The kind of its work items.
    public static let kind = "password_reset"

    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets

    /// Works on a database with the installation's secrets.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
    }

    /// Takes a request; more than a few for one name are passed over without a word.
    ///
    /// - Throws: ``SignInError/throttled(until:from:)`` when one address asks too often.
    public func request(_ name: String, in tenant: TenantID, from address: String) async throws {
        let name = String(trimmed(name).prefix(254))
        let subjects = (secrets.hash("reset \(folded(name))"), secrets.hash("reset address \(address)"))
        let (refusedUntil, now) = try await database.write { tx in
            let throttles = SignInThrottleRepository(tx)
            let account = try throttles.count(.reset, subjects.0, in: tenant)
            let caller = try throttles.count(.resetAddress, subjects.1, in: Periodic.installationTenant)
            if !account.isRefused, !caller.isRefused {
                let payload: JSONValue = ["name": .string(name)]
                try WorkQueue.enqueue(
                    tx, WorkItem(tenant: tenant, kind: Self.kind, payload: payload.serialized()))
            }
            return (caller.isRefused ? caller.throttle.blockedUntil : nil, tx.now)
        }
        if let refusedUntil { throw SignInError.throttled(until: refusedUntil, from: now) }
    }

    /// Looks who was meant and mails the link; nothing where nobody is.
    public var handler: WorkHandler {
        .inTransaction { work, tx in
            let name = try JSONValue.parse(work.item.payload)["name"]?.string ?? ""
            let (users, tenant) = (UserRepository(tx), work.item.tenant)
            guard let user = try users.find(tenant, email: name) ?? users.find(tenant, loginAccount: name),
                user.isActive(at: tx.now), user.loginType == .password
            else { return .done }
            try UserLinks(environment: environment, secrets: secrets).make(for: user, .mailed, tx)
            return .done
        }
    }
}
