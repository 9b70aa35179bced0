import NuntiqModel

/// What one group of writes takes from `installation` and `chain`: read when first needed, written before COMMIT.
///
/// Nothing is kept from group to group, since commands write beside the server. What a rolled-back job took of the
/// chain goes back; ids it took are skipped.
final class SQLiteLedger {
    private static let counter = "next_id"

    private let statements: SQLiteStatements
    private var nextID: Int64?
    private var heads: [TenantID: ChainHead] = [:]
    private var beforeJob: [TenantID: ChainHead] = [:]

    init(_ statements: SQLiteStatements) {
        self.statements = statements
    }

    /// An id that nothing in this installation has.
    func newID() throws -> Int64 {
        let id = try nextID ?? storedCounter()
        nextID = id + 1
        return id
    }

    /// Takes the event into its tenant's chain and answers its `recorded_at`.
    func seal(_ event: EventRecord, id: Int64, at now: Instant) throws -> Instant {
        var head = try heads[event.tenant] ?? storedHead(event.tenant)
        if beforeJob[event.tenant] == nil { beforeJob[event.tenant] = head }
        defer { heads[event.tenant] = head }
        return head.seal(event, id: id, at: now)
    }

    /// From here on a rollback gives back only what follows.
    func beginJob() {
        beforeJob.removeAll(keepingCapacity: true)
    }

    /// Takes the job's events out of the chains again.
    func rollBackJob() {
        heads.merge(beforeJob) { _, before in before }
    }

    /// Writes counter and chain heads; the last thing before COMMIT.
    func save() throws {
        if let nextID { try saveCounter(nextID) }
        for (tenant, head) in heads where head.events > 0 { try save(head, of: tenant) }
    }

    private func storedCounter() throws -> Int64 {
        let rows = try statements.query("SELECT value FROM installation WHERE name = ?", [Self.counter])
        return try rows.first.map { try Int64($0.text(0)) ?? 1 } ?? 1
    }

    private func saveCounter(_ next: Int64) throws {
        try statements.execute(
            """
            INSERT INTO installation (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            [Self.counter, String(next)])
    }

    private func storedHead(_ tenant: TenantID) throws -> ChainHead {
        let rows = try statements.query("SELECT last_recorded_at, events, head FROM chain WHERE tenant = ?", [tenant])
        return try rows.first.map { try ChainHead($0) } ?? .empty
    }

    private func save(_ head: ChainHead, of tenant: TenantID) throws {
        try statements.execute(ChainHead.upsert, [tenant, head.lastRecordedAt, head.events, head.digest])
    }
}
