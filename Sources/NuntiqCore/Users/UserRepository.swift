public import NuntiqModel
public import NuntiqStore

/// The rows of table `portal_user`.
public struct UserRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Users of the tenant by address, at most `limit` after `email` (index `portal_user_by_email`).
    public func list(_ tenant: TenantID, after email: String = "", limit: Int = 200) throws -> [User] {
        try users(
            tenant,
            tx.query("\(select) AND email_folded > ? ORDER BY email_folded LIMIT ?", [tenant, folded(email), limit]))
    }

    /// The user with that number.
    public func find(_ tenant: TenantID, _ id: Int64) throws -> User? {
        try users(tenant, tx.query("\(select) AND id = ?", [tenant, id])).first
    }

    /// The user with that address, trimmed and folded.
    public func find(_ tenant: TenantID, email: String) throws -> User? {
        try users(tenant, tx.query("\(select) AND email_folded = ?", [tenant, trimmedFolded(email)])).first
    }

    /// The user with that login account, trimmed and folded.
    public func find(_ tenant: TenantID, loginAccount: String) throws -> User? {
        try users(tenant, tx.query("\(select) AND login_folded = ?", [tenant, trimmedFolded(loginAccount)])).first
    }

    /// Those of the folded login accounts that users have, by them (index `portal_user_by_login`).
    func find(_ tenant: TenantID, loginsFolded logins: [String]) throws -> [String: User] {
        var found: [String: User] = [:]
        for part in logins.parts(of: Self.loginsPerQuery) {
            let marks = Array(repeating: "?", count: part.count).joined(separator: ", ")
            for user in try users(tenant, tx.query("\(select) AND login_folded IN (\(marks))", [tenant] + part)) {
                found[trimmedFolded(user.loginAccount)] = user
            }
        }
        return found
    }

    private static let loginsPerQuery = 100

    /// Throws ``UserError/lastAdmin`` where nobody who may manage users can sign in.
    func checkAdminIsLeft(_ tenant: TenantID) throws {
        let others = try tx.query(
            """
            SELECT 1 FROM portal_user AS u
            WHERE u.tenant = ? AND u.is_active AND (u.active_from IS NULL OR u.active_from <= ?)
              AND (u.active_to IS NULL OR u.active_to > ?)
              AND (u.role IN ('admin', 'operator') OR EXISTS (
                SELECT 1 FROM user_group_member AS m
                JOIN user_group AS g ON g.tenant = m.tenant AND g.code_folded = m.code_folded
                WHERE m.tenant = u.tenant AND m.user_id = u.id AND g.role IN ('admin', 'operator')))
            LIMIT 1
            """,
            [tenant, tx.now, tx.now])
        guard !others.isEmpty else { throw UserError.lastAdmin }
    }

    /// The user with that number, address or login account.
    public func find(_ tenant: TenantID, named reference: String) throws -> User? {
        if let id = Int64(reference), let user = try find(tenant, id) { return user }
        return try find(tenant, email: reference) ?? find(tenant, loginAccount: reference)
    }

    /// Writes a user without a password; the values are ``NewUser/checked()``.
    ///
    /// - Throws: ``UserError/emailTaken(_:)``, ``UserError/loginTaken(_:)``, ``UserError/unknownGroups(_:)``.
    public func insert(_ wanted: NewUser, in tenant: TenantID) throws -> User {
        let id = try tx.newID()
        let rows = try tx.query(
            """
            INSERT INTO portal_user (tenant, id, login_account, login_folded, email, email_folded, first_name,
              last_name, login_type, sso_provider, role, password, must_change_password, is_active, created_at,
              updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """,
            [
                tenant, id, wanted.loginAccount, trimmedFolded(wanted.loginAccount), wanted.email,
                trimmedFolded(wanted.email), wanted.firstName, wanted.lastName, wanted.loginType.rawValue,
                wanted.ssoProvider, wanted.role.rawValue, false, true, tx.now, tx.now,
            ])
        guard !rows.isEmpty else { throw try conflict(tenant, wanted.email, wanted.loginAccount, except: nil) }
        try GroupRepository(tx).setGroups(wanted.groups, of: id, in: tenant)
        guard let user = try find(tenant, id) else { throw UserError.unknown(String(id)) }
        return user
    }

    /// Writes everything of a user but its password and its groups.
    ///
    /// - Throws: ``UserError/emailTaken(_:)``, ``UserError/loginTaken(_:)``.
    public func update(_ user: User) throws {
        let others = try tx.query(
            """
            SELECT id FROM portal_user
            WHERE tenant = ? AND (email_folded = ? OR login_folded = ?) AND id <> ?
            """,
            [user.tenant, trimmedFolded(user.email), trimmedFolded(user.loginAccount), user.id])
        guard others.isEmpty else { throw try conflict(user.tenant, user.email, user.loginAccount, except: user.id) }
        try tx.execute(
            """
            UPDATE portal_user SET login_account = ?, login_folded = ?, email = ?, email_folded = ?, first_name = ?,
              last_name = ?, login_type = ?, sso_provider = ?, role = ?, must_change_password = ?, is_active = ?,
              active_from = ?, active_to = ?, updated_at = ?
            WHERE tenant = ? AND id = ?
            """,
            [
                user.loginAccount, trimmedFolded(user.loginAccount), user.email, trimmedFolded(user.email),
                user.firstName, user.lastName, user.loginType.rawValue, user.ssoProvider, user.ownRole.rawValue,
                user.mustChangePassword, user.isActive, user.activeFrom, user.activeTo, tx.now, user.tenant, user.id,
            ])
    }

    /// The stored password of a user; `nil` where there is no such user, empty where none was set.
    func password(_ tenant: TenantID, _ id: Int64) throws -> String? {
        try tx.query("SELECT password FROM portal_user WHERE tenant = ? AND id = ?", [tenant, id]).first?.text(0)
    }

    /// Stores a password as ``PasswordHash`` writes it.
    public func setPassword(_ hash: PasswordHash, of id: Int64, in tenant: TenantID, mustChange: Bool) throws {
        try tx.execute(
            """
            UPDATE portal_user SET password = ?, must_change_password = ?, updated_at = ? WHERE tenant = ? AND id = ?
            """,
            [hash.text, mustChange, tx.now, tenant, id])
    }

    /// Stores the same password under another cost.
    func renewPassword(_ hash: PasswordHash, of id: Int64, in tenant: TenantID) throws {
        try tx.execute("UPDATE portal_user SET password = ? WHERE tenant = ? AND id = ?", [hash.text, tenant, id])
    }

    func markSignIn(of id: Int64, in tenant: TenantID) throws {
        try tx.execute("UPDATE portal_user SET last_login_at = ? WHERE tenant = ? AND id = ?", [tx.now, tenant, id])
    }

    /// Rows of ``columns`` as users with their groups.
    func users(_ tenant: TenantID, _ rows: [Row]) throws -> [User] {
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0.int(0) }
        let groups = try GroupRepository(tx).groups(tenant, from: ids.min() ?? 0, through: ids.max() ?? 0)
        return try rows.map { try User($0, tenant: tenant, groups: groups[$0.int(0)] ?? []) }
    }

    private func conflict(_ tenant: TenantID, _ email: String, _ login: String, except id: Int64?) throws -> UserError {
        if let other = try find(tenant, email: email), other.id != id { return .emailTaken(email) }
        return .loginTaken(login)
    }

    private var select: String { "SELECT \(Self.columns) FROM portal_user WHERE tenant = ?" }

    /// What a ``User`` is read from.
    static let columns = """
        id, login_account, email, first_name, last_name, login_type, sso_provider, role, password,
        must_change_password, is_active, active_from, active_to, last_login_at, created_at, updated_at
        """
}

extension User {
    init(_ row: Row, tenant: TenantID, groups: [UserGroup]) throws {
        let own = Role(rawValue: try row.text(7)) ?? .viewer
        self.init(
            id: try row.int(0), tenant: tenant, loginAccount: try row.text(1), email: try row.text(2),
            firstName: try row.text(3), lastName: try row.text(4),
            loginType: LoginType(rawValue: try row.int(5)) ?? .password, ssoProvider: try row.text(6), ownRole: own,
            groups: groups.map(\.externalCode), role: groups.map(\.role).reduce(own, max),
            hasPassword: try !row.text(8).isEmpty, mustChangePassword: try row.bool(9), isActive: try row.bool(10),
            activeFrom: try row.optional(11, row.instant), activeTo: try row.optional(12, row.instant),
            lastLoginAt: try row.optional(13, row.instant), createdAt: try row.instant(14),
            updatedAt: try row.instant(15))
    }
}
