import NuntiqModel
import NuntiqStore

/// The rows of table `sign_in_throttle`.
struct SignInThrottleRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Counts one try of a subject; `nil` when it is refused, with the row as it is.
    ///
    /// Others that try the same wait until this transaction ends.
    func count(
        _ kind: SignInThrottle.Kind, _ subject: [UInt8], in tenant: TenantID
    ) throws -> (throttle: SignInThrottle, isRefused: Bool) {
        try tx.execute(
            """
            INSERT INTO sign_in_throttle (tenant, kind, subject, tries, last_at, blocked_until)
            VALUES (?, ?, ?, 0, ?, 0) ON CONFLICT DO NOTHING
            """,
            [tenant, kind.rawValue, subject, tx.now])
        let known =
            try tx.query(
                """
                SELECT tries, last_at, blocked_until FROM sign_in_throttle
                WHERE tenant = ? AND kind = ? AND subject = ? \(tx.dialect.locking)
                """,
                [tenant, kind.rawValue, subject]
            ).first.map(SignInThrottle.init) ?? .none
        if known.isBlocked(at: tx.now) { return (known, true) }
        let next = known.counting(kind.rule, at: tx.now)
        try tx.execute(
            """
            UPDATE sign_in_throttle SET tries = ?, last_at = ?, blocked_until = ?
            WHERE tenant = ? AND kind = ? AND subject = ?
            """,
            [next.tries, next.lastAt, next.blockedUntil, tenant, kind.rawValue, subject])
        return (next, false)
    }

    /// Forgets the tries of a subject.
    func forget(_ kind: SignInThrottle.Kind, _ subject: [UInt8], in tenant: TenantID) throws {
        try tx.execute(
            "DELETE FROM sign_in_throttle WHERE tenant = ? AND kind = ? AND subject = ?",
            [tenant, kind.rawValue, subject])
    }

    /// Takes one try back, unless it led to a wait.
    func takeBack(_ kind: SignInThrottle.Kind, _ subject: [UInt8], in tenant: TenantID) throws {
        try tx.execute(
            """
            UPDATE sign_in_throttle SET tries = tries - 1
            WHERE tenant = ? AND kind = ? AND subject = ? AND tries > 0 AND blocked_until <= ?
            """,
            [tenant, kind.rawValue, subject, tx.now])
    }
}

extension SignInThrottle {
    init(_ row: Row) throws {
        self.init(tries: try row.int(0), lastAt: try row.instant(1), blockedUntil: try row.instant(2))
    }
}
