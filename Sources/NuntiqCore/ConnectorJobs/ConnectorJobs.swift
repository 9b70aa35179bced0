public import NuntiqModel
public import NuntiqStore

/// Runs of connectors: opened and ended by who runs them, and what they say of themselves meanwhile.
///
/// A job token is worth something for its run and tenant only, and nothing once the run has ended or its time is over.
public struct ConnectorJobs: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets

    /// Works on a database with the installation's secrets.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
    }

    /// Opens a run; its token is in the answer and nowhere else.
    public func open(_ job: NewJob, in tenant: TenantID, by actor: Actor) async throws -> OpenedJob {
        let token = "jt_" + environment.random(32).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
        let hash = secrets.hash(token)
        let name = Token.version7(at: environment.now(nil), random: environment.random(8))
        return try await database.write { tx in
            let run = JobRun(
                opened: name, instance: try job.instance ?? tx.newID(), connector: job.connector,
                permissions: job.permissions.subtracting([.deltaReset]), at: tx.now, for: job.timeLimit)
            let repository = JobRepository(tx: tx)
            guard try repository.insert(run, tenant) else { throw JobError.alive }
            try repository.insert(hash, of: run.id, tenant)
            try tx.audit(
                "job_opened", of: run.id.bytes, in: tenant, by: actor,
                ["connector": .string(run.connector), "instance": run.instance.wire])
            return OpenedJob(run: run, token: token)
        }
    }

    /// Ends a run: as it reported, else as `status` says.
    ///
    /// Its token is dead with the commit.
    @discardableResult
    public func end(
        _ run: Token, as status: JobRun.Status, in tenant: TenantID, by actor: Actor
    ) async throws -> JobRun {
        try await database.write { tx in
            let repository = JobRepository(tx: tx)
            let isNew = try repository.end(tenant, run, as: status)
            guard let ended = try repository.find(tenant, run) else { throw JobError.unknown }
            if isNew {
                try tx.audit(
                    "job_ended", of: run.bytes, in: tenant, by: actor, ["status": .string(ended.status.rawValue)])
            }
            return ended
        }
    }

    /// The latest runs, the newest first: of one instance, or of all.
    public func runs(of instance: Int64? = nil, limit: Int = 50, in tenant: TenantID) async throws -> [JobRun] {
        try await database.read { tx in try JobRepository(tx: tx).latest(tenant, instance: instance, limit: limit) }
    }

    /// Lines of a run's log after one, in their order; 0 begins.
    public func log(
        of run: Token, after id: Int64 = 0, limit: Int = 500, in tenant: TenantID
    ) async throws -> [StoredLogEntry] {
        try await database.read { tx in try JobRepository(tx: tx).log(tenant, run, after: id, limit: limit) }
    }

    /// Keeps lines of the caller's run; answers how many, which is fewer once the run's log is full.
    public func log(_ entries: [JobLogEntry], by principal: Principal) async throws -> Int {
        let run = try run(of: principal)
        let masker = try await masker(of: principal)
        let masked = entries.map(masker.masked)
        return try await database.write { tx in try JobRepository(tx: tx).append(masked, principal.tenant, run) }
    }

    /// Keeps that the caller's run lives; answers it.
    public func beat(by principal: Principal) async throws -> JobRun {
        let id = try run(of: principal)
        return try await database.write { tx in
            let repository = JobRepository(tx: tx)
            guard let run = try repository.find(principal.tenant, id) else { throw JobError.unknown }
            guard run.status == .running else { throw JobError.ended }
            try repository.beat(principal.tenant, id)
            return run
        }
    }

    /// Keeps what the caller's run answered: how it ends once its process is over.
    public func report(_ result: JSONValue, success: Bool, by principal: Principal) async throws {
        let id = try run(of: principal)
        let result = try await masker(of: principal).masked(result)
        try await database.write { tx in
            let repository = JobRepository(tx: tx)
            guard let run = try repository.find(principal.tenant, id) else { throw JobError.unknown }
            guard run.status == .running else { throw JobError.ended }
            try repository.save(result, as: success ? .succeeded : .failed, principal.tenant, id)
        }
    }

    private func run(of principal: Principal) throws(JobError) -> Token {
        guard case .job(let run) = principal.kind else { throw .tokenNeeded }
        return run
    }
}

extension Authentication {
    /// The run that a live job token speaks for, where the customer number is its tenant's.
    ///
    /// - Throws: ``AuthenticationError/invalidJobToken``; an error of the store when nothing could be looked up.
    public func principal(showingJobToken token: String, for customerNumber: String?) async throws -> Principal {
        guard token.hasPrefix("jt_"), token.utf8.count == 67 else { throw AuthenticationError.invalidJobToken }
        let hash = secrets.hash(token)
        let holder = try await database.read { tx in try JobRepository(tx: tx).holder(of: hash, at: tx.now) }
        guard let holder, let customerNumber, customerNumber == holder.customer else {
            throw AuthenticationError.invalidJobToken
        }
        return Principal(
            id: holder.run.instance, tenant: holder.tenant, kind: .job(run: holder.run.id),
            name: holder.run.connector, permissions: holder.run.permissions)
    }
}
