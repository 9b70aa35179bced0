public import NuntiqModel
public import NuntiqStore

/// The rows of tables `user_group` and `user_group_member`.
public struct GroupRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Every group of the tenant, by code.
    public func all(_ tenant: TenantID) throws -> [UserGroup] {
        try tx.query(
            """
            SELECT external_code, name, role, created_at FROM user_group WHERE tenant = ? ORDER BY code_folded
            """,
            [tenant]
        ).map { try UserGroup($0, from: 0) }
    }

    /// The codes among `codes` that no group of the tenant has, as given.
    public func unknown(_ codes: [String], in tenant: TenantID) throws -> [String] {
        let known = Set(
            try tx.query("SELECT code_folded FROM user_group WHERE tenant = ?", [tenant]).map { try $0.text(0) })
        return codes.filter { !known.contains(trimmedFolded($0)) }
    }

    /// Makes a user a member of exactly these groups.
    ///
    /// - Throws: ``UserError/unknownGroups(_:)`` with every code that no group has.
    public func setGroups(_ codes: [String], of user: Int64, in tenant: TenantID) throws {
        if !codes.isEmpty {
            let unknown = try unknown(codes, in: tenant)
            guard unknown.isEmpty else { throw UserError.unknownGroups(unknown) }
        }
        try tx.execute("DELETE FROM user_group_member WHERE tenant = ? AND user_id = ?", [tenant, user])
        for code in Set(codes.map(trimmedFolded)) {
            try tx.execute(
                "INSERT INTO user_group_member (tenant, user_id, code_folded) VALUES (?, ?, ?)", [tenant, user, code])
        }
    }

    /// The groups of the users with numbers in that range.
    func groups(_ tenant: TenantID, from first: Int64, through last: Int64) throws -> [Int64: [UserGroup]] {
        let rows = try tx.query(
            """
            SELECT m.user_id, g.external_code, g.name, g.role, g.created_at FROM user_group_member AS m
            JOIN user_group AS g ON g.tenant = m.tenant AND g.code_folded = m.code_folded
            WHERE m.tenant = ? AND m.user_id >= ? AND m.user_id <= ?
            ORDER BY m.user_id, m.code_folded
            """,
            [tenant, first, last])
        var groups: [Int64: [UserGroup]] = [:]
        for row in rows { groups[try row.int(0), default: []].append(try UserGroup(row, from: 1)) }
        return groups
    }

    /// How many members a group has (index `user_group_member_by_group`).
    func memberCount(_ tenant: TenantID, of code: String) throws -> Int64 {
        try tx.query(
            "SELECT count(*) FROM user_group_member WHERE tenant = ? AND code_folded = ?",
            [tenant, trimmedFolded(code)]
        ).first?.int(0) ?? 0
    }

    /// Whether the code was free.
    func insert(_ code: String, name: String, role: Role, in tenant: TenantID) throws -> Bool {
        try !tx.query(
            """
            INSERT INTO user_group (tenant, code_folded, external_code, name, role, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING RETURNING 1
            """,
            [tenant, trimmedFolded(code), trimmed(code), trimmed(name), role.rawValue, tx.now]
        ).isEmpty
    }

    func insertStandard(_ tenant: TenantID) throws {
        for group in UserGroup.standard {
            _ = try insert(group.code, name: group.name, role: group.role, in: tenant)
        }
    }

    func remove(_ code: String, in tenant: TenantID) throws {
        try tx.execute("DELETE FROM user_group WHERE tenant = ? AND code_folded = ?", [tenant, trimmedFolded(code)])
    }
}

extension UserGroup {
    init(_ row: Row, from first: Int) throws {
        self.init(
            externalCode: try row.text(first), name: try row.text(first + 1),
            role: Role(rawValue: try row.text(first + 2)) ?? .viewer, createdAt: try row.instant(first + 3))
    }
}
