internal import NuntiqModel
internal import NuntiqStore

/// Runs that the server itself queues, begins and ends.
extension JobRepository {
    /// The kind of the work item that runs a run.
    static let workKind = "connector_run"

    /// Queues a run with the item that runs it; `nil` when another has not ended.
    func queue(
        _ instance: ConnectorInstance, cause: JobRun.Cause, random: [UInt8], _ tenant: TenantID
    ) throws -> JobRun? {
        let run = JobRun(
            opened: Token.version7(at: tx.now, random: random), instance: instance.id, connector: instance.name,
            permissions: instance.setup.permissions.subtracting([.deltaReset]), cause: cause, status: .queued,
            at: tx.now, for: .seconds(instance.setup.limits.seconds))
        guard try insert(run, tenant) else { return nil }
        try WorkQueue.enqueue(tx, WorkItem(tenant: tenant, kind: Self.workKind, subject: run.id.bytes))
        return run
    }

    /// The run of an instance that has not ended (index `job_run_alive`).
    func alive(_ tenant: TenantID, instance: Int64) throws -> JobRun? {
        try tx.query(
            """
            SELECT \(Self.columns) FROM job_run
            WHERE tenant = ? AND instance = ? AND status IN ('queued', 'running')
            """,
            [tenant, instance]
        ).first.map(JobRun.init)
    }

    /// The run for a change.
    func hold(_ tenant: TenantID, _ id: Token) throws -> JobRun? {
        try tx.query(
            "SELECT \(Self.columns) FROM job_run WHERE tenant = ? AND id = ? \(tx.dialect.locking)", [tenant, id]
        ).first.map(JobRun.init)
    }

    /// Makes a queued run one that runs here.
    func begin(_ tenant: TenantID, _ id: Token, on node: String, until end: Instant) throws {
        try tx.execute(
            """
            UPDATE job_run SET status = 'running', started_at = ?, ends_at = ?, heartbeat_at = ?, node = ?
            WHERE tenant = ? AND id = ?
            """,
            [tx.now, end, tx.now, node, tenant, id])
    }

    func askStop(_ tenant: TenantID, _ id: Token) throws {
        try tx.execute("UPDATE job_run SET stop_asked_at = ? WHERE tenant = ? AND id = ?", [tx.now, tenant, id])
    }

    /// Ends a run that has not ended and makes its token worthless; `false` when it had ended.
    ///
    /// A run that reported a failure has failed, however its process ended.
    func finish(_ tenant: TenantID, _ id: Token, _ end: JobEnd) throws -> Bool {
        let status = end.status.rawValue
        let ended = try tx.query(
            """
            UPDATE job_run SET
              status = CASE WHEN ? = 'succeeded' AND reported IS NOT NULL THEN reported ELSE ? END,
              error = ?, result = CASE WHEN ? <> '' THEN ? ELSE result END, ended_at = ?, recording = ?,
              recording_size = ?
            WHERE tenant = ? AND id = ? AND status IN ('queued', 'running') RETURNING 1
            """,
            [
                status, status, String(end.error.prefix(2_000)).replacing("\0", with: ""),
                end.result?.serialized() ?? "", end.result?.serialized() ?? "", tx.now, end.recording?.hash,
                end.recording?.size, tenant, id,
            ])
        if let recording = end.recording, !ended.isEmpty { try BlobRows.record(tx, tenant, [recording]) }
        try tx.execute("DELETE FROM job_token WHERE tenant = ? AND run = ?", [tenant, id])
        return !ended.isEmpty
    }

    /// The latest run of each instance (index `job_run_by_instance`).
    func latestOfEach(_ tenant: TenantID) throws -> [JobRun] {
        try tx.query(
            """
            SELECT \(Self.columns) FROM job_run WHERE tenant = ? AND id IN (
              SELECT (
                SELECT r.id FROM job_run AS r WHERE r.tenant = c.tenant AND r.instance = c.id ORDER BY r.id DESC LIMIT 1
              ) FROM connector_instance AS c WHERE c.tenant = ?)
            """,
            [tenant, tenant]
        ).map(JobRun.init)
    }
}
