public import NuntiqModel
public import NuntiqStore

/// What waits to be done, by kind, over all tenants.
public struct WorkOverview: Sendable, Hashable {
    /// How much of one kind there is.
    public struct Kind: Sendable, Hashable {
        /// The kind.
        public let name: String
        /// Due now.
        public let due: Int64
        /// Due later, or being worked on.
        public let later: Int64
        /// Waiting for a person.
        public let parked: Int64
        /// Since when the oldest due item is due.
        public let oldestDue: Instant?
    }

    /// By kind, in alphabetical order.
    public let kinds: [Kind]
    /// Items that wait for a person, with their tenants, the longest waiting first.
    public let parked: [ParkedWork]
}

/// What an operator looks at and does: tenants, work, files.
public struct Operations: Sendable {
    let database: any Database

    /// Works on a database.
    public init(database: any Database) {
        self.database = database
    }

    /// What waits to be done, and what stopped.
    public func work() async throws -> WorkOverview {
        try await database.read { tx in
            let operations = OperationsRepository(tx)
            let owners = try operations.owners()
            return WorkOverview(
                kinds: try operations.work(),
                parked: try owners.flatMap { try WorkQueue.parked(tx, $0, limit: 50) }
                    .sorted { $0.parkedAt < $1.parkedAt })
        }
    }

    /// Lets an item that stopped run again; who did so stands in the tenant's history.
    public func retry(_ id: Int64, of tenant: TenantID, by actor: Actor) async throws {
        try await database.write { tx in
            try WorkQueue.revive(tx, tenant, id)
            try tx.audit("work_retried", of: id.subject, in: tenant, by: actor, ["work": .number(JSONNumber(id))])
        }
    }

    /// Every tenant with what it has, by subdomain.
    public func tenants() async throws -> [TenantOverview] {
        try await database.read { tx in try OperationsRepository(tx).tenants() }
    }

    /// How many files there are and how large they are together.
    public func files() async throws -> (count: Int64, bytes: Int64) {
        try await database.read { tx in try OperationsRepository(tx).files() }
    }
}

/// A tenant as an operator's list shows it.
public struct TenantOverview: Sendable, Hashable {
    /// The tenant.
    public let tenant: Tenant
    /// How many partner accounts it has.
    public let partners: Int64
    /// How many people may sign in.
    public let users: Int64
    /// How many invoices came within 30 days.
    public let invoices: Int64
    /// How many invoices failed in the ERP.
    public let failed: Int64
    /// How many items of work stopped.
    public let parked: Int64
}
