import NuntiqModel
import NuntiqStore

/// A key whose end is near or past, as the daily task needs it.
struct EndingKey: Sendable, Hashable {
    let id: Token
    let partner: Int64
    let label: String
    let prefix: String
    let last4: String
    let endsAt: Instant
    /// When its present credentials were made.
    let issuedAt: Instant
    let lastUsedAt: Instant?
    /// How often it was rotated, and one.
    let generation: Int64
    /// The slots of this generation that are done.
    let done: Set<Int>
    let isStamped: Bool
    let keyHash: [UInt8]
    let graceHash: [UInt8]?

    var facts: KeyFacts {
        KeyFacts(id: id, label: label, prefix: prefix, last4: last4, expiresAt: endsAt, lastUsedAt: lastUsedAt)
    }

    /// The newest slot that is due and not done.
    func dueSlot(at now: Instant, by time: LocalTime) -> ReminderSlot? {
        ReminderSlot.newestDue(endingAt: endsAt, issuedAt: issuedAt, now: now, by: time)
            .flatMap { done.contains($0.days) ? nil : $0 }
    }

    /// Whether it ended so long ago that it goes.
    func isOver(at now: Instant) -> Bool {
        endsAt + KeyMaintenance.keptAfterEnd <= now
    }

    /// Whether the daily task has anything to do about it.
    func isDue(at now: Instant, by time: LocalTime) -> Bool {
        endsAt <= now && !isStamped || isOver(at: now) || dueSlot(at: now, by: time) != nil
    }
}

/// The rows of table `partner_key` whose end is near or past.
struct EndingKeyRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// Keys that end before `end`, the first first, after the place of another (index `partner_key_by_end`).
    func page(endingBefore end: Instant, after last: EndingKey?, limit: Int) throws -> [EndingKey] {
        try tx.query(
            """
            \(select) AND expires_at IS NOT NULL AND revoked_at IS NULL AND expires_at <= ?
              AND (expires_at > ? OR expires_at = ? AND id > ?)
            ORDER BY expires_at, id LIMIT ?
            """,
            [
                tenant, end, last?.endsAt ?? Instant(microseconds: .min), last?.endsAt ?? Instant(microseconds: .min),
                last?.id.bytes ?? [], limit,
            ]
        ).map(EndingKey.init)
    }

    /// One of them, held until this transaction ends; `nil` when it was revoked or has no end any more.
    func hold(_ id: Token) throws -> EndingKey? {
        try tx.query(
            "\(select) AND id = ? AND expires_at IS NOT NULL AND revoked_at IS NULL \(tx.dialect.locking)",
            [tenant, id]
        ).first.map(EndingKey.init)
    }

    /// Notes that a slot is done.
    func mark(_ slot: ReminderSlot, done key: EndingKey) throws {
        let slots = key.done.union([slot.days]).sorted(by: >).map(String.init).joined(separator: " ")
        try tx.execute(
            "UPDATE partner_key SET reminders_sent = ? WHERE tenant = ? AND id = ?", [slots, tenant, key.id])
    }

    /// Notes that the task has seen its end.
    func stamp(_ key: EndingKey) throws {
        try tx.execute("UPDATE partner_key SET expired_at = ? WHERE tenant = ? AND id = ?", [tx.now, tenant, key.id])
    }

    /// Removes the key with everything by which it is found.
    func delete(_ key: EndingKey) throws {
        let directory = KeyDirectory(tx)
        try directory.remove(key.keyHash)
        if let grace = key.graceHash { try directory.remove(grace) }
        try RotationReplayRepository(tx).remove(tenant, of: key.id)
        try tx.execute("DELETE FROM partner_key WHERE tenant = ? AND id = ?", [tenant, key.id])
    }

    private var select: String {
        """
        SELECT id, partner, label, prefix, last_4, expires_at, COALESCE(issued_at, created_at), last_used_at,
          generation, reminders_sent, expired_at, key_hash, grace_hash FROM partner_key WHERE tenant = ?
        """
    }
}

extension EndingKey {
    init(_ row: Row) throws {
        self.init(
            id: try row.token(0), partner: try row.int(1), label: try row.text(2), prefix: try row.text(3),
            last4: try row.text(4), endsAt: try row.instant(5), issuedAt: try row.instant(6),
            lastUsedAt: try row.optional(7, row.instant), generation: try row.int(8),
            done: Set(try row.text(9).split(separator: " ").compactMap { Int($0) }), isStamped: !row.isNull(10),
            keyHash: try row.bytes(11), graceHash: try row.optional(12, row.bytes))
    }
}
