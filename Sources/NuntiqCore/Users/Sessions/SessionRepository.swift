import NuntiqModel
import NuntiqStore

/// The rows of table `portal_session`.
struct SessionRepository {
    /// `seen_at` moves in steps of at least so much: a page view writes nothing, one in five minutes does.
    static let seenStep = Duration.seconds(300)

    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Writes a session of a user who has just shown who it is.
    func open(_ user: User, hash: [UInt8], from address: String, agent: String) throws -> Session {
        try UserRepository(tx).markSignIn(of: user.id, in: user.tenant)
        try insert(hash, of: user, from: address, agent: agent, entered: nil, reason: "")
        try tx.audit(
            "signed_in", of: user.id.subject, in: user.tenant, by: user.actor, ["address": .string(address)])
        return Session(
            user: user, hash: hash, createdAt: tx.now, seenAt: tx.now, address: address, agent: agent, entered: nil,
            enteredReason: "")
    }

    func insert(
        _ hash: [UInt8], of user: User, from address: String, agent: String, entered: TenantID?, reason: String
    ) throws {
        try tx.execute(
            """
            INSERT INTO portal_session (tenant, token_hash, user_id, created_at, seen_at, address, agent, entered,
              entered_reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                user.tenant, hash, user.id, tx.now, tx.now, address, Self.plain(agent), entered, reason,
            ])
    }

    /// The session with that token's hash, of that tenant or of an operator, while it and its user live.
    func find(_ tenant: TenantID, _ hash: [UInt8]) throws -> Session? {
        for home in Set([tenant, Periodic.installationTenant]) {
            guard
                let row = try tx.query(
                    "\(select) AND token_hash = ? AND seen_at > ? AND created_at > ?",
                    [home, hash, tx.now - Session.idleMax, tx.now - Session.lifeMax]
                ).first,
                let user = try UserRepository(tx).find(home, row.int(1)), user.isActive(at: tx.now)
            else { continue }
            return try Session(row, user: user)
        }
        return nil
    }

    /// The live sessions of a user, the newest first (index `portal_session_by_user`).
    func all(_ user: User) throws -> [Session] {
        try tx.query(
            "\(select) AND user_id = ? AND seen_at > ? AND created_at > ? ORDER BY created_at DESC",
            [user.tenant, user.id, tx.now - Session.idleMax, tx.now - Session.lifeMax]
        ).map { try Session($0, user: user) }
    }

    func touch(_ session: Session) throws {
        try tx.execute(
            "UPDATE portal_session SET seen_at = ? WHERE tenant = ? AND token_hash = ?",
            [tx.now, session.user.tenant, session.hash])
    }

    func end(_ tenant: TenantID, _ hash: [UInt8]) throws {
        try tx.execute("DELETE FROM portal_session WHERE tenant = ? AND token_hash = ?", [tenant, hash])
    }

    /// Ends every session of a user, but for one where that is named; says how many.
    func endAll(_ tenant: TenantID, of user: Int64, except hash: [UInt8] = []) throws -> Int {
        try tx.query(
            "DELETE FROM portal_session WHERE tenant = ? AND user_id = ? AND token_hash <> ? RETURNING 1",
            [tenant, user, hash]
        ).count
    }

    private var select: String {
        """
        SELECT token_hash, user_id, created_at, seen_at, address, agent, entered, entered_reason FROM portal_session
        WHERE tenant = ?
        """
    }

    /// A browser's name as a column takes it: bounded, without control characters.
    private static func plain(_ agent: String) -> String {
        String(String.UnicodeScalarView(agent.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }).prefix(200))
    }
}

extension Session {
    init(_ row: Row, user: User) throws {
        self.init(
            user: user, hash: try row.bytes(0), createdAt: try row.instant(2), seenAt: try row.instant(3),
            address: try row.text(4), agent: try row.text(5), entered: try row.optional(6, row.tenant),
            enteredReason: try row.text(7))
    }
}
