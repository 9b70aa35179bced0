import NuntiqModel
import NuntiqStore

/// What an operator's pages count, over all tenants.
struct OperationsRepository {
    let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Every tenant, and the installation itself.
    func owners() throws -> [TenantID] {
        try [Periodic.installationTenant] + TenantRepository(tx).all().map(\.id)
    }

    func work() throws -> [WorkOverview.Kind] {
        try tx.query(
            """
            SELECT kind, sum(CASE WHEN due_at <= ? THEN 1 ELSE 0 END),
              sum(CASE WHEN due_at > ? AND parked_at IS NULL THEN 1 ELSE 0 END),
              sum(CASE WHEN parked_at IS NOT NULL THEN 1 ELSE 0 END),
              min(CASE WHEN due_at <= ? THEN due_at END)
            FROM work WHERE tenant >= 0 GROUP BY kind ORDER BY kind
            """,
            [tx.now, tx.now, tx.now]
        ).map { row in
            WorkOverview.Kind(
                name: try row.text(0), due: try row.int(1), later: try row.int(2), parked: try row.int(3),
                oldestDue: try row.optional(4, row.instant))
        }
    }

    func tenants() throws -> [TenantOverview] {
        let since = Token.version7(at: tx.now - .seconds(30 * 86_400), random: [UInt8](repeating: 0, count: 8))
        return try TenantRepository(tx).all().map { tenant in
            TenantOverview(
                tenant: tenant,
                partners: try count("SELECT count(*) FROM partner WHERE tenant = ?", [tenant.id]),
                users: try count("SELECT count(*) FROM portal_user WHERE tenant = ?", [tenant.id]),
                invoices: try count(
                    "SELECT count(*) FROM invoice_state WHERE tenant = ? AND token >= ?", [tenant.id, since]),
                failed: try count(
                    "SELECT count(*) FROM invoice_state WHERE tenant = ? AND status = 97", [tenant.id]),
                parked: try count(
                    "SELECT count(*) FROM work WHERE tenant = ? AND due_at = ?", [tenant.id, Int64.max]))
        }
    }

    func files() throws -> (count: Int64, bytes: Int64) {
        var (count, bytes) = (Int64(0), Int64(0))
        for tenant in try owners() {
            let sums = "SELECT count(*), CAST(coalesce(sum(size), 0) AS BIGINT) FROM blob WHERE tenant = ?"
            guard let row = try tx.query(sums, [tenant]).first else { continue }
            count += try row.int(0)
            bytes += try row.int(1)
        }
        return (count, bytes)
    }

    private func count(_ sql: String, _ arguments: [any SQLConvertible]) throws -> Int64 {
        try tx.query(sql, arguments).first?.int(0) ?? 0
    }
}
