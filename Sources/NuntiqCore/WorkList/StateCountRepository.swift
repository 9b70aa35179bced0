internal import NuntiqModel
internal import NuntiqStore

/// Counts invoices by the status they are at now, from the index alone.
struct StateCountRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// Every status with its count; what came there at `start` or later is counted once more as recent.
    func counts(recentSince start: Instant) throws -> StateCounts {
        var counts = StateCounts(byStatus: [:])
        for row in try standing(start) + leased(.pendingAcknowledgement, start) + leased(.pendingResult, start) {
            let status = try row.status(0)
            let count = StateCounts.Count(
                count: try row.int(1), oldest: try row.optional(2, row.instant),
                recent: Int64(try row.optional(3, row.int) ?? 0))
            counts.byStatus[status] = counts[[status]] + count
        }
        return counts
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
            FROM invoice_state AS s WHERE s.tenant = ? AND s.status = ? GROUP BY 1
            """,
            [tx.now, tx.now, start, tenant, status.rawValue])
    }
}
