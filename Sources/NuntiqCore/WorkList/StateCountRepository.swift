internal import NuntiqModel
internal import NuntiqStore

/// Counts invoices by the status they are at now, from the index alone.
struct StateCountRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// The statuses where no lease can lapse; what came there at `start` or later is counted once more as recent.
    func standing(recentSince start: Instant) throws -> StateCounts {
        try counts(standing(start))
    }

    /// The invoices that connectors hold, and what their lapsed leases made of them.
    func leased(recentSince start: Instant) throws -> StateCounts {
        try counts(leased(.pendingAcknowledgement, start) + leased(.pendingResult, start))
    }

    private func counts(_ rows: [Row]) throws -> StateCounts {
        try rows.reduce(StateCounts(byStatus: [:])) { counts, row in
            let count = StateCounts.Count(
                count: try row.int(1), oldest: try row.optional(2, row.instant),
                recent: Int64(try row.optional(3, row.int) ?? 0))
            return counts + StateCounts(byStatus: [try row.status(0): count])
        }
    }

    /// Where no lease can lapse (index `state_by_status`, nothing but it).
    private func standing(_ start: Instant) throws -> [Row] {
        try tx.query(
            """
            SELECT s.status, count(*), MIN(s.updated_at), count(CASE WHEN s.updated_at >= ? THEN 1 END)
            FROM invoice_state AS s WHERE s.tenant = ? AND (s.status < 92 OR s.status > 93)
            GROUP BY s.status
            """,
            [start, tenant])
    }

    /// The invoices that connectors hold, or held until just now (index `state_by_status`).
    private func leased(_ status: Status, _ start: Instant) throws -> [Row] {
        try tx.query(
            """
            SELECT \(InvoiceListRepository.effectiveStatus), count(*),
              MIN(CASE WHEN s.lease_ends_at <= ? THEN s.lease_ends_at ELSE s.updated_at END),
              count(CASE WHEN s.updated_at >= ? THEN 1 END)
            FROM invoice_state AS s\(tx.dialect.indexed(by: "state_by_status")) WHERE s.tenant = ? AND s.status = ?
            GROUP BY 1
            """,
            [tx.now, tx.now, start, tenant, status.rawValue])
    }
}
