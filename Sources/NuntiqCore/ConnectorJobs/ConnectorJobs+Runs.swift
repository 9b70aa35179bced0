public import NuntiqModel
internal import NuntiqStore

/// A run that has just begun here, with all that it is told.
public struct BegunRun: Sendable {
    /// The run.
    public let run: JobRun
    /// Its instance.
    public let instance: ConnectorInstance
    /// Whose it is.
    public let tenant: Tenant
    /// Its token.
    public let token: String
    /// Its secrets.
    public let secrets: JSONObject

    /// What the connector reads from its standard input; `recording` is the file that it is recorded to.
    public func input(apiURL: String, workFolder: String, recording: String? = nil) -> JSONValue {
        var input: JSONObject = [
            "api_url": .string(apiURL), "customer_number": .string(tenant.customerNumber), "job_token": .string(token),
            "secrets": .object(secrets), "config": .object(instance.setup.config),
            "job_params": .object(instance.setup.jobParams), "work_dir": .string(workFolder),
        ]
        if let recording { input["record"] = .string(recording) }
        return .object(input)
    }

    /// Cuts its secrets out of what it says.
    public var masker: SecretMasker { SecretMasker(.object(secrets), [token]) }
}

/// What became of the wish to begin a run.
public enum RunBeginning: Sendable {
    /// It runs here from now on.
    case begun(BegunRun)
    /// It ran on a node that stopped answering; it is over now.
    case orphaned(JobRun)
    /// It had ended already.
    case over
}

extension ConnectorJobs {
    /// The kind of the work item that runs a run; its subject is the run.
    public static let workKind = JobRepository.workKind

    /// Begins a queued run on a node, with a token that lives `grace` longer than the run may.
    ///
    /// A run that runs already is orphaned: its item came back, so its node renewed it no more.
    public func begin(
        _ id: Token, on node: String, grace: Duration, in tenant: TenantID
    ) async throws -> RunBeginning {
        let token = "jt_" + environment.random(32).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
        let hash = secrets.hash(token)
        return try await database.write { tx in
            let repository = JobRepository(tx: tx)
            guard let run = try repository.hold(tenant, id), run.status.isAlive else { return .over }
            guard run.status == .queued else {
                let words = "Its node \(run.node) stopped answering. Look into the ERP before it runs again."
                _ = try repository.finish(tenant, id, JobEnd(.orphaned, error: words))
                try audit(tx, run, .orphaned, in: tenant)
                return .orphaned(run)
            }
            guard let instance = try ConnectorRepository(tx: tx).find(tenant, run.instance),
                let owner = try TenantRepository(tx).find(tenant)
            else {
                _ = try repository.finish(tenant, id, JobEnd(.killed, error: "The instance was removed."))
                return .over
            }
            let limit = Duration.seconds(instance.setup.limits.seconds) + grace
            try repository.begin(tenant, id, on: node, until: tx.now + limit)
            try repository.insert(hash, of: id, tenant)
            return .begun(
                BegunRun(
                    run: run, instance: instance, tenant: owner, token: token,
                    secrets: try opened(tx, instance, tenant)))
        }
    }

    /// Ends a run; nothing when it had ended.
    public func finish(_ run: JobRun, _ end: JobEnd, in tenant: TenantID) async throws {
        try await database.write { tx in
            guard try JobRepository(tx: tx).finish(tenant, run.id, end) else { return }
            try audit(tx, run, end.status, in: tenant)
        }
    }

    /// Keeps lines that a run wrote; answers whether somebody asked it to stop.
    public func keep(_ lines: [JobLogEntry], of run: Token, in tenant: TenantID) async throws -> Bool {
        if !lines.isEmpty {
            _ = try await database.write { tx in try JobRepository(tx: tx).append(lines, tenant, run) }
        }
        return try await database.read { tx in
            try JobRepository(tx: tx).find(tenant, run).map { $0.stopAskedAt != nil || !$0.status.isAlive } ?? true
        }
    }

    /// The run of that number.
    ///
    /// - Throws: ``JobError/unknown``.
    public func find(_ run: Token, in tenant: TenantID) async throws -> JobRun {
        try await database.read { tx in
            guard let run = try JobRepository(tx: tx).find(tenant, run) else { throw JobError.unknown }
            return run
        }
    }

    /// The latest run of each instance, by the instance's number.
    public func latest(in tenant: TenantID) async throws -> [Int64: JobRun] {
        let runs = try await database.read { tx in try JobRepository(tx: tx).latestOfEach(tenant) }
        return Dictionary(runs.map { ($0.instance, $0) }) { first, _ in first }
    }

    /// What cuts an instance's secrets out of what its runs report; it cuts nothing where there is no such instance.
    func masker(of principal: Principal) async throws -> SecretMasker {
        try await database.read { tx in
            guard let instance = try ConnectorRepository(tx: tx).find(principal.tenant, principal.id) else {
                return SecretMasker(.object([:]), [])
            }
            return SecretMasker(.object(try opened(tx, instance, principal.tenant)), [])
        }
    }

    private func opened(
        _ tx: any Transaction, _ instance: ConnectorInstance, _ tenant: TenantID
    ) throws -> JSONObject {
        guard let sealed = try ConnectorRepository(tx: tx).secrets(tenant, instance.id) else { return [:] }
        let plain = try secrets.unseal(sealed, purpose: Connectors.purpose(tenant, instance.id))
        return try JSONValue.parse(plain, limits: .trusted).object ?? [:]
    }

    private func audit(_ tx: any Transaction, _ run: JobRun, _ status: JobRun.Status, in tenant: TenantID) throws {
        try tx.audit(
            "job_ended", of: run.id.bytes, in: tenant, by: .system,
            ["status": .string(status.rawValue), "connector": .string(run.connector)])
    }
}
