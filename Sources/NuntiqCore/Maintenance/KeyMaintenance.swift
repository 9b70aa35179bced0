public import NuntiqModel
public import NuntiqStore

/// What a run of the daily task did.
public struct KeyMaintenanceReport: Sendable, Hashable {
    /// Mails that were queued: reminders, and notices of keys that have ended.
    public internal(set) var reminders = 0
    /// Keys that were found to have ended.
    public internal(set) var expired = 0
    /// Keys that were deleted, 30 days after their end.
    public internal(set) var deleted = 0

    /// The report as JSON.
    public var json: JSONValue {
        [
            "reminders": .number(JSONNumber(Int64(reminders))), "expired": .number(JSONNumber(Int64(expired))),
            "deleted": .number(JSONNumber(Int64(deleted))),
        ]
    }

    static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.reminders += right.reminders
        sum.expired += right.expired
        sum.deleted += right.deleted
        return sum
    }
}

/// `supplier_api_maintenance`: reminds of keys whose end is near, tells of those that have ended, deletes them later.
///
/// Safe to run at any time, as often as wanted and on several nodes at once: a slot is noted on the key in the
/// transaction that queues its mails. Of several slots that are due only the newest is told.
public struct KeyMaintenance: Sendable {
    /// The name of the task, and the kind of its work items.
    public static let task = "supplier_api_maintenance"
    /// How often servers look: every hour, so that a tenant's day begins by its own clocks.
    public static let interval = Duration.seconds(3_600)
    /// How long the row of an expired key is kept.
    static let keptAfterEnd = Duration.seconds(30 * 86_400)

    private static let pageLimit = 200
    /// Nothing is due longer before the end than the first slot, and a day for calendars.
    private static let horizon = Duration.seconds(61 * 86_400)

    private let database: any Database

    /// Works on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// Does what is due now for every tenant.
    @discardableResult
    public func run() async throws -> KeyMaintenanceReport {
        let tenants = try await database.read { tx in try TenantRepository(tx).all().map(\.id) }
        var report = KeyMaintenanceReport()
        for tenant in tenants { report = try await report + run(tenant) }
        return report
    }

    private func run(_ tenant: TenantID) async throws -> KeyMaintenanceReport {
        guard let letterhead = try await database.read({ tx in try Letterhead.load(tenant, in: tx) }) else {
            return KeyMaintenanceReport()
        }
        var report = KeyMaintenanceReport()
        var last: EndingKey?
        while true {
            let (page, due) = try await page(after: last, letterhead)
            if !due.isEmpty {
                report =
                    try await report
                    + database.write { tx in
                        try due.reduce(KeyMaintenanceReport()) {
                            try $0 + KeyEnd(tx: tx, letterhead: letterhead).work($1)
                        }
                    }
            }
            guard page.count == Self.pageLimit else { return report }
            last = page.last
        }
    }

    private func page(
        after last: EndingKey?, _ letterhead: Letterhead
    ) async throws -> (page: [EndingKey], due: [Token]) {
        try await database.read { tx in
            let page = try EndingKeyRepository(tx: tx, tenant: letterhead.tenant).page(
                endingBefore: tx.now + Self.horizon, after: last, limit: Self.pageLimit)
            let time = letterhead.time
            return (page, page.filter { $0.isDue(at: tx.now, by: time) }.map(\.id))
        }
    }
}

/// What is due about one key, within a transaction.
private struct KeyEnd {
    let tx: any Transaction
    let letterhead: Letterhead

    private var keys: EndingKeyRepository { EndingKeyRepository(tx: tx, tenant: letterhead.tenant) }

    func work(_ id: Token) throws -> KeyMaintenanceReport {
        var report = KeyMaintenanceReport()
        guard let key = try keys.hold(id) else { return report }
        if let slot = key.dueSlot(at: tx.now, by: letterhead.time) {
            report.reminders = try tell(key, slot)
            try keys.mark(slot, done: key)
        }
        if key.endsAt <= tx.now, !key.isStamped {
            try keys.stamp(key)
            report.expired = 1
        }
        if key.isOver(at: tx.now) {
            try keys.delete(key)
            try tx.audit("key_deleted", of: key.id.bytes, in: letterhead.tenant, by: .system, key.audited)
            report.deleted = 1
        }
        return report
    }

    /// Queues one mail for each address that wants it; an account that was deactivated has nothing to renew.
    private func tell(_ key: EndingKey, _ slot: ReminderSlot) throws -> Int {
        guard let partner = try PartnerRepository(tx).find(letterhead.tenant, key.partner), partner.isActive else {
            return 0
        }
        let left = ReminderSlot.daysLeft(until: key.endsAt, now: tx.now, by: letterhead.time) ?? 0
        return try partner.emails.count { email in
            let mail: Mail =
                slot.days == 0
                ? .partnerKeyExpired(key.facts, generation: key.generation, to: email, of: partner)
                : .partnerKeyReminder(
                    key.facts, slot, daysLeft: left, generation: key.generation, to: email, of: partner)
            return try Outbox.queue(mail, by: letterhead, tx)
        }
    }
}

extension EndingKey {
    /// What the audit keeps: copied, since the row goes.
    fileprivate var audited: JSONValue {
        [
            "id": .string(id.description), "label": .string(label), "prefix": .string(prefix),
            "last_4": .string(last4), "partner": .number(JSONNumber(partner)), "expired_at": endsAt.json,
        ]
    }
}
