internal import NuntiqModel
internal import NuntiqStore

/// Rows of `job_run`, `job_token` and `job_log`.
struct JobRepository {
    let tx: any Transaction

    /// The run that a token opens the API to, with the tenant's customer number: alive, of that tenant only.
    func holder(of hash: [UInt8], at now: Instant) throws -> (run: JobRun, tenant: TenantID, customer: String)? {
        let rows = try tx.query("SELECT tenant, run FROM job_token WHERE token_hash = ?", [hash])
        guard let row = rows.first else { return nil }
        let tenant = try row.tenant(0)
        guard let run = try find(tenant, try row.token(1)), run.status == .running, now < run.endsAt else { return nil }
        let customer = try tx.query("SELECT customer_number FROM tenant WHERE id = ?", [tenant]).first?.text(0)
        return customer.map { (run, tenant, $0) }
    }

    /// Whether the instance had no other run that has not ended (index `job_run_alive`).
    func insert(_ run: JobRun, _ tenant: TenantID) throws -> Bool {
        try !tx.query(
            """
            INSERT INTO job_run (
              tenant, id, instance, connector, cause, permissions, status, queued_at, started_at, ends_at, node,
              log_entries, result, error)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, '', '')
            ON CONFLICT DO NOTHING RETURNING 1
            """,
            [
                tenant, run.id, run.instance, run.connector, run.cause.rawValue,
                run.permissions.map(\.rawValue).sorted().joined(separator: " "), run.status.rawValue, run.queuedAt,
                run.startedAt, run.endsAt,
            ]
        ).isEmpty
    }

    /// Opens the API to whoever shows the token of that hash, for the run.
    func insert(_ hash: [UInt8], of run: Token, _ tenant: TenantID) throws {
        try tx.execute("INSERT INTO job_token (token_hash, tenant, run) VALUES (?, ?, ?)", [hash, tenant, run])
    }

    func find(_ tenant: TenantID, _ id: Token) throws -> JobRun? {
        try tx.query("SELECT \(Self.columns) FROM job_run WHERE tenant = ? AND id = ?", [tenant, id]).first.map(
            JobRun.init)
    }

    /// The latest runs of an instance, or of all (index `job_run_by_instance`, primary key).
    func latest(_ tenant: TenantID, instance: Int64?, limit: Int) throws -> [JobRun] {
        guard let instance else {
            return try tx.query(
                "SELECT \(Self.columns) FROM job_run WHERE tenant = ? ORDER BY id DESC LIMIT ?", [tenant, limit]
            )
            .map(JobRun.init)
        }
        return try tx.query(
            "SELECT \(Self.columns) FROM job_run WHERE tenant = ? AND instance = ? ORDER BY id DESC LIMIT ?",
            [tenant, instance, limit]
        ).map(JobRun.init)
    }

    /// Ends a run that runs and makes its token worthless; `false` when it had ended.
    func end(_ tenant: TenantID, _ id: Token, as status: JobRun.Status) throws -> Bool {
        let ended = try tx.query(
            """
            UPDATE job_run SET status = CASE WHEN result <> '' THEN reported ELSE ? END, ended_at = ?
            WHERE tenant = ? AND id = ? AND status = 'running' RETURNING 1
            """,
            [status.rawValue, tx.now, tenant, id])
        try tx.execute("DELETE FROM job_token WHERE tenant = ? AND run = ?", [tenant, id])
        return !ended.isEmpty
    }

    func beat(_ tenant: TenantID, _ id: Token) throws {
        try tx.execute("UPDATE job_run SET heartbeat_at = ? WHERE tenant = ? AND id = ?", [tx.now, tenant, id])
    }

    /// Keeps what a run answered; it stands as its outcome when the run ends.
    func save(_ result: JSONValue, as status: JobRun.Status, _ tenant: TenantID, _ id: Token) throws {
        try tx.execute(
            "UPDATE job_run SET result = ?, reported = ?, heartbeat_at = ? WHERE tenant = ? AND id = ?",
            [result.serialized(), status.rawValue, tx.now, tenant, id])
    }

    /// Appends lines to a run's log; answers how many are kept.
    func append(_ entries: [JobLogEntry], _ tenant: TenantID, _ id: Token) throws -> Int {
        let count = try tx.query(
            """
            UPDATE job_run SET log_entries = log_entries + ?, heartbeat_at = ? WHERE tenant = ? AND id = ?
            RETURNING log_entries
            """,
            [entries.count, tx.now, tenant, id]
        ).first?.int(0)
        guard let count else { throw JobError.unknown }
        let before = count - Int64(entries.count)
        let kept = entries.prefix(max(0, Int(JobLogEntry.entriesOfRunMax - before)))
        for entry in kept {
            try tx.execute(
                """
                INSERT INTO job_log (tenant, run, id, at, level, message, step, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    tenant, id, try tx.newID(), entry.at ?? tx.now, entry.level.rawValue, entry.message,
                    entry.step ?? "", entry.detail?.serialized() ?? "",
                ])
        }
        return kept.count
    }

    /// Lines of a run after one, in their order (primary key).
    func log(_ tenant: TenantID, _ id: Token, after: Int64, limit: Int) throws -> [StoredLogEntry] {
        try tx.query(
            """
            SELECT id, at, level, message, step, detail FROM job_log
            WHERE tenant = ? AND run = ? AND id > ? ORDER BY id LIMIT ?
            """,
            [tenant, id, after, limit]
        ).map { row in
            let (step, detail) = (try row.text(4), try row.text(5))
            return StoredLogEntry(
                id: try row.int(0),
                entry: JobLogEntry(
                    level: JobLogEntry.Level(rawValue: try row.text(2)) ?? .info, message: try row.text(3),
                    step: step.isEmpty ? nil : step,
                    detail: detail.isEmpty ? nil : try JSONValue.parse(detail, limits: .trusted),
                    at: try row.instant(1)))
        }
    }

    static let columns = """
        id, instance, connector, cause, permissions, status, queued_at, started_at, ends_at, ended_at, heartbeat_at,
        stop_asked_at, node, log_entries, result, error, recording, recording_size
        """
}

extension JobRun {
    init(_ row: Row) throws {
        let result = try row.text(14)
        self.init(
            id: try row.token(0), instance: try row.int(1), connector: try row.text(2),
            cause: Cause(rawValue: try row.text(3)) ?? .opened, permissions: Set(text: try row.text(4)),
            status: Status(rawValue: try row.text(5)) ?? .stopped, queuedAt: try row.instant(6),
            startedAt: try row.instant(7), endsAt: try row.instant(8), endedAt: try row.optional(9, row.instant),
            heartbeatAt: try row.optional(10, row.instant), stopAskedAt: try row.optional(11, row.instant),
            node: try row.text(12), logEntries: try row.int(13),
            result: result.isEmpty ? nil : try JSONValue.parse(result, limits: .trusted), error: try row.text(15),
            recording: try row.optional(16, row.blobHash).map { BlobReference(hash: $0, size: try row.int(17)) })
    }

    /// A run that begins now.
    init(
        opened id: Token, instance: Int64, connector: String, permissions: Set<Permission>, cause: Cause = .opened,
        status: Status = .running, at now: Instant, for limit: Duration
    ) {
        self.init(
            id: id, instance: instance, connector: connector, cause: cause, permissions: permissions, status: status,
            queuedAt: now, startedAt: now, endsAt: now + limit, endedAt: nil, heartbeatAt: nil, stopAskedAt: nil,
            node: "", logEntries: 0, result: nil, error: "", recording: nil)
    }
}
