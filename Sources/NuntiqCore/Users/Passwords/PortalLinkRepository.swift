import NuntiqModel
import NuntiqStore

/// The rows of table `portal_link`.
struct PortalLinkRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Writes a link; earlier ones of the user for the same purpose end.
    func insert(_ link: PortalLink, hash: [UInt8], in tenant: TenantID) throws {
        try tx.execute(
            "DELETE FROM portal_link WHERE tenant = ? AND user_id = ? AND purpose = ?",
            [tenant, link.user, link.purpose.rawValue])
        try tx.execute(
            """
            INSERT INTO portal_link (tenant, token_hash, user_id, purpose, target, reason, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                tenant, hash, link.user, link.purpose.rawValue, link.target, link.reason, tx.now, link.expiresAt,
            ])
    }

    /// The link with that token's hash, while it works.
    func find(_ tenant: TenantID, _ hash: [UInt8]) throws -> PortalLink? {
        try tx.query(
            """
            SELECT user_id, purpose, target, reason, expires_at FROM portal_link
            WHERE tenant = ? AND token_hash = ? AND expires_at > ?
            """,
            [tenant, hash, tx.now]
        ).first.flatMap(PortalLink.init)
    }

    /// Takes the link with that token's hash, if it works; a second caller gets none.
    func take(_ tenant: TenantID, _ hash: [UInt8]) throws -> PortalLink? {
        try tx.query(
            """
            DELETE FROM portal_link WHERE tenant = ? AND token_hash = ? AND expires_at > ?
            RETURNING user_id, purpose, target, reason, expires_at
            """,
            [tenant, hash, tx.now]
        ).first.flatMap(PortalLink.init)
    }

    /// Ends every link of a user that sets a password.
    func removePasswordLinks(_ tenant: TenantID, of user: Int64) throws {
        try tx.execute(
            "DELETE FROM portal_link WHERE tenant = ? AND user_id = ? AND purpose IN ('invitation', 'reset')",
            [tenant, user])
    }

    /// Whether the user has an invitation that works.
    func hasInvitation(_ tenant: TenantID, _ user: Int64) throws -> Bool {
        try !tx.query(
            """
            SELECT 1 FROM portal_link WHERE tenant = ? AND user_id = ? AND purpose = 'invitation' AND expires_at > ?
            """,
            [tenant, user, tx.now]
        ).isEmpty
    }
}

extension PortalLink {
    init?(_ row: Row) throws {
        guard let purpose = Purpose(rawValue: try row.text(1)) else { return nil }
        self.init(
            user: try row.int(0), purpose: purpose, target: try row.optional(2, row.tenant), reason: try row.text(3),
            expiresAt: try row.instant(4))
    }
}
