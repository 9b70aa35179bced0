public import NuntiqModel
public import NuntiqStore

/// The rows of table `api_user`.
public struct ApiUserRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Every API user of the tenant, the oldest first, revoked ones too.
    public func all(_ tenant: TenantID) throws -> [ApiUser] {
        try tx.query("\(select) ORDER BY id", [tenant]).map(ApiUser.init)
    }

    /// The API user with that number.
    public func find(_ tenant: TenantID, _ id: Int64) throws -> ApiUser? {
        try tx.query("\(select) AND id = ?", [tenant, id]).first.map(ApiUser.init)
    }

    func insert(_ user: ApiUser, hash: [UInt8], pepper: Int64, in tenant: TenantID) throws {
        try tx.execute(
            """
            INSERT INTO api_user (tenant, id, name, permissions, pepper, key_hash, prefix, last_4, created_at,
              last_used_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')
            """,
            [
                tenant, user.id, user.name, user.permissions.text, pepper, hash, user.prefix, user.last4,
                user.createdAt,
            ])
        try KeyDirectory(tx).insert(hash, kind: .apiUser, subject: user.id.subject, in: tenant)
    }

    /// Whether it was live.
    func revoke(_ tenant: TenantID, _ id: Int64) throws -> Bool {
        let rows = try tx.query(
            "UPDATE api_user SET revoked_at = ? WHERE tenant = ? AND id = ? AND revoked_at IS NULL RETURNING key_hash",
            [tx.now, tenant, id])
        guard let row = rows.first else { return false }
        try KeyDirectory(tx).remove(row.bytes(0))
        return true
    }

    private var select: String {
        """
        SELECT id, name, permissions, prefix, last_4, created_at, last_used_at, revoked_at FROM api_user
        WHERE tenant = ?
        """
    }
}

extension ApiUser {
    init(_ row: Row) throws {
        self.init(
            id: try row.int(0), name: try row.text(1), permissions: Set(text: try row.text(2)),
            prefix: try row.text(3), last4: try row.text(4), createdAt: try row.instant(5),
            lastUsedAt: try row.optional(6, row.instant), revokedAt: try row.optional(7, row.instant))
    }
}

extension Set<Permission> {
    /// The names as stored: sorted, with a space between; a name that no longer means anything is left out when read.
    init(text: String) {
        self.init(text.split(separator: " ").compactMap { Permission(rawValue: String($0)) })
    }

    var text: String {
        map(\.rawValue).sorted().joined(separator: " ")
    }
}
