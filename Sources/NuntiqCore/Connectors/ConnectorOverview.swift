public import NuntiqModel
internal import NuntiqStore

/// An invoice that an instance holds.
public struct HeldInvoice: Sendable, Hashable {
    /// The invoice.
    public let invoice: Token
    /// What its supplier calls it.
    public let number: String
    /// 92 or 93.
    public let status: Status
    /// The first moment at which the lease is over.
    public let endsAt: Instant
}

/// A stream's place, as its page shows it.
public struct StreamPlace: Sendable, Hashable {
    /// Who begins it.
    public let connector: String
    /// The kind of data.
    public let name: String
    /// Where its latest run stands.
    public let status: DeltaStatus
    /// How far it got.
    public let cursor: String?
    /// How many rows its latest run brought.
    public let records: Int64?
    /// When it changed.
    public let updatedAt: Instant
}

extension Connectors {
    /// How many leases each instance holds.
    public func leaseCounts(_ tenant: TenantID) async throws -> [Int64: Int64] {
        try await database.read { tx in
            let rows = try tx.query(
                """
                SELECT holder, count(*) FROM invoice_state
                WHERE tenant = ? AND status IN (92, 93) AND lease_ends_at > ? GROUP BY holder
                """,
                [tenant, tx.now])
            return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.int(0), try $0.int(1)) })
        }
    }

    /// What an instance holds, what ends first at the top; at most a hundred.
    public func held(by instance: Int64, in tenant: TenantID) async throws -> [HeldInvoice] {
        try await database.read { tx in
            try tx.query(
                """
                SELECT s.token, i.number, s.status, s.lease_ends_at FROM invoice_state AS s
                JOIN invoice AS i ON i.tenant = s.tenant AND i.account = s.account AND i.token = s.token
                WHERE s.tenant = ? AND s.status IN (92, 93) AND s.lease_ends_at > ? AND s.holder = ?
                ORDER BY s.lease_ends_at, s.token LIMIT 100
                """,
                [tenant, tx.now, instance]
            ).map { row in
                HeldInvoice(
                    invoice: try row.token(0), number: try row.text(1), status: try row.status(2),
                    endsAt: try row.instant(3))
            }
        }
    }

    /// The streams of an instance: those under its name, and under the `connector_name` of its configuration.
    public func streams(of instance: ConnectorInstance, in tenant: TenantID) async throws -> [StreamPlace] {
        let configured = instance.setup.config["connector_name"]?.string ?? instance.name
        return try await database.read { tx in
            try tx.query(
                """
                SELECT connector, stream, status, cursor_value, records_processed, updated_at FROM delta_stream
                WHERE tenant = ? AND connector IN (?, ?) ORDER BY connector, stream LIMIT 100
                """,
                [tenant, instance.name, configured]
            ).map { row in
                StreamPlace(
                    connector: try row.text(0), name: try row.text(1),
                    status: DeltaStatus(rawValue: try row.text(2)) ?? .idle, cursor: try row.optional(3, row.text),
                    records: try row.optional(4, row.int), updatedAt: try row.instant(5))
            }
        }
    }
}

extension ConnectorJobs {
    /// The last lines of a run's log, in their order.
    public func tail(of run: Token, limit: Int = 500, in tenant: TenantID) async throws -> [StoredLogEntry] {
        try await database.read { tx in
            let repository = JobRepository(tx: tx)
            let first = try tx.query(
                "SELECT id FROM job_log WHERE tenant = ? AND run = ? ORDER BY id DESC LIMIT 1 OFFSET ?",
                [tenant, run, limit - 1]
            ).first?.int(0)
            return try repository.log(tenant, run, after: (first ?? 1) - 1, limit: limit)
        }
    }
}
