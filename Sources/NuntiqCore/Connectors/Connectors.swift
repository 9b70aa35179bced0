public import NuntiqModel
public import NuntiqStore

/// Instances of connectors: made, changed, scheduled, run and stopped by who may.
public struct Connectors: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let secrets: Secrets

    /// Works on a database with the installation's secrets.
    public init(database: any Database, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.environment = environment
        self.secrets = secrets
    }

    /// Makes an instance; its secrets are sealed at once.
    ///
    /// - Throws: ``ConnectorError``.
    public func add(
        _ name: String, _ setup: ConnectorSetup, secrets: JSONObject = [:], isEnabled: Bool = true,
        in tenant: TenantID, by actor: Actor
    ) async throws -> ConnectorInstance {
        try check(setup, secrets: secrets, name: trimmed(name))
        let nonce = environment.random(12)
        return try await database.write { tx in
            let repository = ConnectorRepository(tx: tx)
            let id = try tx.newID()
            guard try repository.insert(tenant, id, named: name) else { throw ConnectorError.nameTaken(trimmed(name)) }
            try repository.save(setup, tenant, id)
            try save(secrets, nonce: nonce, tenant, id, repository)
            try plan(isEnabled: isEnabled, tenant, id, repository)
            return try told("connector_added", tenant, id, by: actor, repository)
        }
    }

    /// Changes what an instance runs and with what; secrets that are `nil` stay.
    public func change(
        _ id: Int64, secrets: JSONObject? = nil, in tenant: TenantID, by actor: Actor,
        _ change: @escaping @Sendable (inout ConnectorSetup) throws -> Void
    ) async throws -> ConnectorInstance {
        let nonce = environment.random(12)
        return try await database.write { tx in
            let repository = ConnectorRepository(tx: tx)
            var instance = try held(tenant, id, repository)
            try change(&instance.setup)
            try check(instance.setup, secrets: secrets, name: instance.name)
            try repository.save(instance.setup, tenant, id)
            if let secrets { try save(secrets, nonce: nonce, tenant, id, repository) }
            try plan(isEnabled: instance.isEnabled, tenant, id, repository)
            return try told("connector_changed", tenant, id, by: actor, repository)
        }
    }

    /// Lets the schedule of an instance run it, or no more; a run that lives goes on.
    public func enable(
        _ isEnabled: Bool, _ id: Int64, in tenant: TenantID, by actor: Actor
    ) async throws -> ConnectorInstance {
        try await database.write { tx in
            let repository = ConnectorRepository(tx: tx)
            _ = try held(tenant, id, repository)
            try plan(isEnabled: isEnabled, tenant, id, repository)
            return try told(isEnabled ? "connector_enabled" : "connector_disabled", tenant, id, by: actor, repository)
        }
    }

    /// Takes an instance away; its runs and their logs stay.
    ///
    /// - Throws: ``ConnectorError/alive(_:)``.
    public func remove(_ id: Int64, in tenant: TenantID, by actor: Actor) async throws {
        try await database.write { tx in
            let repository = ConnectorRepository(tx: tx)
            let instance = try held(tenant, id, repository)
            guard try JobRepository(tx: tx).alive(tenant, instance: id) == nil else {
                throw ConnectorError.alive(instance.name)
            }
            try repository.remove(instance, tenant)
            try tx.audit("connector_removed", of: id.subject, in: tenant, by: actor, instance.facts)
        }
    }

    /// Every instance of a tenant, by name.
    public func list(_ tenant: TenantID) async throws -> [ConnectorInstance] {
        try await database.read { tx in try ConnectorRepository(tx: tx).all(tenant) }
    }

    /// The instance of that number or name.
    ///
    /// - Throws: ``ConnectorError/unknown(_:)``.
    public func find(_ reference: String, in tenant: TenantID) async throws -> ConnectorInstance {
        try await database.read { tx in
            let repository = ConnectorRepository(tx: tx)
            if let instance = try repository.find(tenant, named: reference) { return instance }
            if let id = Int64(reference), let instance = try repository.find(tenant, id) { return instance }
            throw ConnectorError.unknown(reference)
        }
    }

    /// Puts a run into the queue, to be run at once.
    ///
    /// - Throws: ``ConnectorError/alive(_:)``.
    public func start(_ id: Int64, in tenant: TenantID, by actor: Actor) async throws -> JobRun {
        let random = environment.random(8)
        return try await database.write { tx in
            let instance = try held(tenant, id, ConnectorRepository(tx: tx))
            guard
                let run = try JobRepository(tx: tx).queue(instance, cause: .person, random: random, tenant)
            else { throw ConnectorError.alive(instance.name) }
            try tx.audit(
                "connector_run_asked", of: run.id.bytes, in: tenant, by: actor, ["connector": .string(instance.name)])
            return run
        }
    }

    /// Asks the node that runs an instance to stop it; what waits in the queue is taken out of it.
    ///
    /// - Throws: ``ConnectorError/idle(_:)``.
    public func stop(_ id: Int64, in tenant: TenantID, by actor: Actor) async throws {
        try await database.write { tx in
            let instance = try held(tenant, id, ConnectorRepository(tx: tx))
            let repository = JobRepository(tx: tx)
            guard let run = try repository.alive(tenant, instance: id) else {
                throw ConnectorError.idle(instance.name)
            }
            switch run.status {
            case .queued: _ = try repository.finish(tenant, run.id, .init(.killed, error: "Stopped before it began."))
            default: try repository.askStop(tenant, run.id)
            }
            try tx.audit(
                "connector_stop_asked", of: run.id.bytes, in: tenant, by: actor, ["connector": .string(instance.name)])
        }
    }
}

extension Connectors {
    private func check(_ setup: ConnectorSetup, secrets: JSONObject?, name: String) throws(ConnectorError) {
        var faults = setup.faults(secrets: secrets)
        if !ConnectorInstance.isName(name) {
            let words = "A name has 1 to 60 letters, digits, -, _ or ., and begins with a letter or digit."
            faults.insert(FieldFault(field: "name", message: words), at: 0)
        }
        guard faults.isEmpty else { throw .invalid(faults) }
    }

    private func held(
        _ tenant: TenantID, _ id: Int64, _ repository: ConnectorRepository
    ) throws -> ConnectorInstance {
        guard let instance = try repository.hold(tenant, id) else { throw ConnectorError.unknown(String(id)) }
        return instance
    }

    private func save(
        _ secrets: JSONObject, nonce: [UInt8], _ tenant: TenantID, _ id: Int64, _ repository: ConnectorRepository
    ) throws {
        let sealed = try self.secrets.seal(
            Array(JSONValue.object(secrets).serialized().utf8), purpose: Self.purpose(tenant, id), nonce: nonce)
        try repository.save(secrets: sealed, names: secrets.keys, tenant, id)
    }

    /// Sets the next time by the schedule.
    private func plan(
        isEnabled: Bool, _ tenant: TenantID, _ id: Int64, _ repository: ConnectorRepository
    ) throws {
        let instance = try held(tenant, id, repository)
        let next =
            isEnabled
            ? try instance.setup.schedule?.next(after: repository.tx.now, in: instance.setup.timeZone) : nil
        try repository.plan(next, isEnabled: isEnabled, over: instance, tenant)
    }

    private func told(
        _ kind: String, _ tenant: TenantID, _ id: Int64, by actor: Actor, _ repository: ConnectorRepository
    ) throws -> ConnectorInstance {
        let instance = try held(tenant, id, repository)
        try repository.tx.audit(kind, of: id.subject, in: tenant, by: actor, instance.facts)
        return instance
    }

    /// What sealed secrets are for: they open for no other instance.
    static func purpose(_ tenant: TenantID, _ id: Int64) -> String {
        "connector_instance.secrets \(tenant.rawValue) \(id)"
    }
}

extension ConnectorInstance {
    /// What the audit keeps: names of secrets, never their values.
    var facts: JSONValue {
        [
            "connector": .string(name), "bundle": .string(setup.bundle), "entrypoint": .string(setup.entrypoint),
            "schedule": .string(setup.schedule?.text ?? ""), "time_zone": .string(setup.timeZone),
            "enabled": .bool(isEnabled), "secrets": .array(secretNames.map(JSONValue.string)),
            "permissions": .array(setup.permissions.map(\.rawValue).sorted().map(JSONValue.string)),
        ]
    }
}
