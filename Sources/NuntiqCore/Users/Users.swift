public import NuntiqModel
public import NuntiqStore

/// Makes, finds and changes the users of a tenant.
public struct Users: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets

    /// Works on a database with the installation's secrets.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
    }

    /// How a user gets its link.
    public enum Delivery: Sendable, Hashable {
        /// By mail.
        case mailed
        /// From whoever made the user.
        case handedOver
    }

    /// Makes a user with a link by which it sets its first password.
    ///
    /// - Throws: ``UserError``; every fault of the values at once.
    public func create(
        _ wanted: NewUser, in tenant: TenantID, by actor: Actor, link delivery: Delivery = .mailed
    ) async throws -> InvitedUser {
        let (wanted, faults) = wanted.checked()
        guard faults.isEmpty else { throw UserError.invalid(faults) }
        try check(wanted.role, in: tenant)
        return try await database.write { tx in
            let user = try UserRepository(tx).insert(wanted, in: tenant)
            try tx.audit("user_created", of: user.id.subject, in: tenant, by: actor, user.facts)
            guard user.loginType == .password else { return InvitedUser(user: user, token: nil) }
            return InvitedUser(user: user, token: try links.make(for: user, delivery, tx))
        }
    }

    /// Mails a user a fresh link for its password; the one before ends.
    public func invite(_ id: Int64, in tenant: TenantID, by actor: Actor) async throws {
        _ = try await link(id, in: tenant, by: actor, .mailed)
    }

    /// Makes a fresh link for a user's password, to be handed over by whoever asked; the one before ends.
    public func link(_ id: Int64, in tenant: TenantID, by actor: Actor) async throws -> InvitedUser {
        try await link(id, in: tenant, by: actor, .handedOver)
    }

    private func link(
        _ id: Int64, in tenant: TenantID, by actor: Actor, _ delivery: Delivery
    ) async throws -> InvitedUser {
        try await database.write { tx in
            guard let user = try UserRepository(tx).find(tenant, id), user.loginType == .password else {
                throw UserError.unknown(String(id))
            }
            try tx.audit("user_invited", of: id.subject, in: tenant, by: actor, [:])
            return InvitedUser(user: user, token: try links.make(for: user, delivery, tx))
        }
    }

    private var links: UserLinks { UserLinks(environment: environment, secrets: secrets) }

    /// Users of the tenant by address, at most `limit` after `email`.
    public func list(_ tenant: TenantID, after email: String = "", limit: Int = 200) async throws -> [User] {
        try await database.read { tx in try UserRepository(tx).list(tenant, after: email, limit: limit) }
    }

    /// The user named by its id, address or login account.
    public func find(_ reference: String, in tenant: TenantID) async throws -> User {
        let user = try await database.read { tx in try UserRepository(tx).find(tenant, named: reference) }
        guard let user else { throw UserError.unknown(reference) }
        return user
    }

    /// Changes names, role and groups of a user; a lower role holds at the user's next click.
    ///
    /// - Throws: ``UserError/lastAdmin`` when nobody would be left who may manage users.
    public func change(
        _ id: Int64, in tenant: TenantID, by actor: Actor, _ change: @escaping @Sendable (inout User) -> Void
    ) async throws -> User {
        try await database.write { tx in
            let users = UserRepository(tx)
            guard var user = try users.find(tenant, id) else { throw UserError.unknown(String(id)) }
            let before = user
            change(&user)
            if before.isActive, !user.isActive { user.activeTo = tx.now }
            try check(user.ownRole, in: tenant)
            try users.update(user)
            if user.groups != before.groups { try GroupRepository(tx).setGroups(user.groups, of: id, in: tenant) }
            guard let after = try users.find(tenant, id) else { throw UserError.unknown(String(id)) }
            try keepAnAdmin(before, after, tx)
            if !after.isActive, before.isActive { _ = try SessionRepository(tx).endAll(tenant, of: id) }
            try tx.audit("user_changed", of: id.subject, in: tenant, by: actor, after.facts)
            return after
        }
    }

    /// Ends a user's access and sessions; a second time changes nothing.
    public func deactivate(_ id: Int64, in tenant: TenantID, by actor: Actor) async throws -> User {
        try await change(id, in: tenant, by: actor) { $0.isActive = false }
    }

    private func check(_ role: Role, in tenant: TenantID) throws(UserError) {
        let isInstallation = tenant == Periodic.installationTenant
        guard (role == .operator) == isInstallation else { throw .roleRefused(role) }
    }

    private func keepAnAdmin(_ before: User, _ after: User, _ tx: any Transaction) throws {
        guard before.role >= .admin, before.isActive, after.role < .admin || !after.isActive else { return }
        try UserRepository(tx).checkAdminIsLeft(after.tenant)
    }
}

/// A user with the token of the link by which it sets its password.
public struct InvitedUser: Sendable, Hashable {
    /// The user.
    public let user: User
    /// The token; `nil` for who signs in elsewhere.
    public let token: String?
}

extension User {
    var facts: JSONValue {
        [
            "email": .string(email), "login_account": .string(loginAccount), "name": .string(name),
            "role": .string(ownRole.rawValue), "groups": .array(groups.map(JSONValue.string)),
            "is_active": .bool(isActive),
        ]
    }
}
