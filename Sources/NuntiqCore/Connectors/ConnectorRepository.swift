internal import NuntiqModel
internal import NuntiqStore

/// Rows of `connector_instance`, and the directory of what is due.
struct ConnectorRepository {
    let tx: any Transaction

    /// A due time of an instance.
    struct Due: Sendable, Hashable {
        let at: Instant
        let tenant: TenantID
        let instance: Int64
    }

    /// What is due, the oldest first: it reads what is due and nothing else (primary key).
    func due(limit: Int) throws -> [Due] {
        try tx.query(
            """
            SELECT due_at, tenant, instance FROM connector_due
            WHERE due_at <= ? ORDER BY due_at, tenant, instance LIMIT ?
            """,
            [tx.now, limit]
        ).map { Due(at: try $0.instant(0), tenant: try $0.tenant(1), instance: try $0.int(2)) }
    }

    /// Takes a due time; `false` when another node was first, or the schedule changed.
    func take(_ due: Due) throws -> Bool {
        try !tx.query(
            "DELETE FROM connector_due WHERE due_at = ? AND tenant = ? AND instance = ? RETURNING 1",
            [due.at, due.tenant, due.instance]
        ).isEmpty
    }

    func all(_ tenant: TenantID) throws -> [ConnectorInstance] {
        try tx.query("\(Self.select) ORDER BY name_folded", [tenant]).map(ConnectorInstance.init)
    }

    func find(_ tenant: TenantID, _ id: Int64) throws -> ConnectorInstance? {
        try tx.query("\(Self.select) AND id = ?", [tenant, id]).first.map(ConnectorInstance.init)
    }

    func find(_ tenant: TenantID, named name: String) throws -> ConnectorInstance? {
        try tx.query("\(Self.select) AND name_folded = ?", [tenant, trimmedFolded(name)]).first.map(
            ConnectorInstance.init)
    }

    /// The instance for a change.
    func hold(_ tenant: TenantID, _ id: Int64) throws -> ConnectorInstance? {
        try tx.query("\(Self.select) AND id = ? \(tx.dialect.locking)", [tenant, id]).first.map(ConnectorInstance.init)
    }

    func secrets(_ tenant: TenantID, _ id: Int64) throws -> [UInt8]? {
        try tx.query("SELECT secrets FROM connector_instance WHERE tenant = ? AND id = ?", [tenant, id]).first?.bytes(0)
    }

    /// Whether the name was free.
    func insert(_ tenant: TenantID, _ id: Int64, named name: String) throws -> Bool {
        try !tx.query(
            """
            INSERT INTO connector_instance (
              tenant, id, name, name_folded, bundle, entrypoint, config, job_params, secrets, secret_names, permissions,
              schedule, time_zone, is_enabled, seconds_max, cpu_seconds_max, memory_mb_max, records_runs, created_at,
              updated_at)
            VALUES (?, ?, ?, ?, '', '', '{}', '{}', ?, '[]', '', '', 'UTC', ?, 1, 1, 64, ?, ?, ?)
            ON CONFLICT (tenant, name_folded) DO NOTHING RETURNING 1
            """,
            [tenant, id, trimmed(name), trimmedFolded(name), [UInt8](), false, false, tx.now, tx.now]
        ).isEmpty
    }

    func save(_ setup: ConnectorSetup, _ tenant: TenantID, _ id: Int64) throws {
        try tx.execute(
            """
            UPDATE connector_instance SET
              bundle = ?, entrypoint = ?, config = ?, job_params = ?, permissions = ?, schedule = ?, time_zone = ?,
              seconds_max = ?, cpu_seconds_max = ?, memory_mb_max = ?, records_runs = ?, updated_at = ?
            WHERE tenant = ? AND id = ?
            """,
            [
                setup.bundle, setup.entrypoint, JSONValue.object(setup.config).serialized(),
                JSONValue.object(setup.jobParams).serialized(),
                setup.permissions.map(\.rawValue).sorted().joined(separator: " "), setup.schedule?.text ?? "",
                setup.timeZone, setup.limits.seconds, setup.limits.cpuSeconds, setup.limits.memoryMB,
                setup.recordsRuns, tx.now, tenant, id,
            ])
    }

    func save(secrets: [UInt8], names: [String], _ tenant: TenantID, _ id: Int64) throws {
        let names = JSONValue.array(names.sorted().map(JSONValue.string)).serialized()
        try tx.execute(
            "UPDATE connector_instance SET secrets = ?, secret_names = ?, updated_at = ? WHERE tenant = ? AND id = ?",
            [secrets, names, tx.now, tenant, id])
    }

    /// Sets when the instance is due next, in its row and in the directory.
    func plan(_ next: Instant?, isEnabled: Bool, over instance: ConnectorInstance, _ tenant: TenantID) throws {
        if let old = instance.nextRunAt { _ = try take(Due(at: old, tenant: tenant, instance: instance.id)) }
        try tx.execute(
            "UPDATE connector_instance SET next_run_at = ?, is_enabled = ?, updated_at = ? WHERE tenant = ? AND id = ?",
            [next, isEnabled, tx.now, tenant, instance.id])
        guard let next else { return }
        try tx.execute(
            "INSERT INTO connector_due (due_at, tenant, instance) VALUES (?, ?, ?)", [next, tenant, instance.id])
    }

    func noteSkipped(_ tenant: TenantID, _ id: Int64, _ at: Instant) throws {
        try tx.execute("UPDATE connector_instance SET skipped_at = ? WHERE tenant = ? AND id = ?", [at, tenant, id])
    }

    func remove(_ instance: ConnectorInstance, _ tenant: TenantID) throws {
        if let next = instance.nextRunAt { _ = try take(Due(at: next, tenant: tenant, instance: instance.id)) }
        try tx.execute("DELETE FROM connector_instance WHERE tenant = ? AND id = ?", [tenant, instance.id])
    }

    private static let select = """
        SELECT id, name, bundle, entrypoint, config, job_params, secret_names, permissions, schedule, time_zone,
          is_enabled, next_run_at, skipped_at, seconds_max, cpu_seconds_max, memory_mb_max, records_runs, created_at,
          updated_at
        FROM connector_instance WHERE tenant = ?
        """
}

extension ConnectorInstance {
    fileprivate init(_ row: Row) throws {
        let schedule = try row.text(8)
        let setup = ConnectorSetup(
            bundle: try row.text(2), entrypoint: try row.text(3), config: try Self.object(row.text(4)),
            jobParams: try Self.object(row.text(5)), permissions: Set(text: try row.text(7)),
            schedule: schedule.isEmpty ? nil : try CronSchedule(schedule), timeZone: try row.text(9),
            limits: ConnectorLimits(
                seconds: try row.int(13), cpuSeconds: try row.int(14), memoryMB: try row.int(15)),
            recordsRuns: try row.bool(16))
        let names = try JSONValue.parse(try row.text(6), limits: .trusted).array ?? []
        self.init(
            id: try row.int(0), name: try row.text(1), setup: setup, secretNames: names.compactMap(\.string),
            isEnabled: try row.bool(10), nextRunAt: try row.optional(11, row.instant),
            skippedAt: try row.optional(12, row.instant), createdAt: try row.instant(17),
            updatedAt: try row.instant(18))
    }

    private static func object(_ text: String) throws -> JSONObject {
        try JSONValue.parse(text, limits: .trusted).object ?? [:]
    }
}
