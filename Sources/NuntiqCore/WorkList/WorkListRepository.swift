internal import NuntiqModel
internal import NuntiqStore

/// Finds what waits for a person, each kind by the range of an index, oldest first.
struct WorkListRepository {
    let tx: any Transaction
    let tenant: TenantID

    func find(_ urgency: WorkListUrgency, limit: Int) throws -> [WorkListItem] {
        let rows: [Row]
        switch urgency {
        case .incident: rows = try incidents(limit)
        case .doubt: rows = try doubts(limit)
        case .longHold: rows = try standing(at: .integrationOnHold, limit, until: tx.now - WorkList.holdMax)
        case .failure: rows = try standing(at: .integrationFailed, limit)
        case .duplicate: rows = try standing(at: .duplicateSuspected, limit)
        case .review: rows = try standing(at: .needsReview, limit)
        case .approval: rows = try standing(at: .pendingApproval, limit)
        }
        return try rows.map {
            WorkListItem(invoice: try $0.token(0), urgency: urgency, since: try $0.instant(1))
        }
    }

    /// Index `incident_open`.
    private func incidents(_ limit: Int) throws -> [Row] {
        try tx.query(
            """
            SELECT invoice, MIN(created_at) AS since FROM incident WHERE tenant = ? AND resolved_at IS NULL
            GROUP BY invoice ORDER BY since, invoice LIMIT ?
            """,
            [tenant, limit])
    }

    /// Index `state_by_handout`: `ready_at` is when it could first be handed out, also where a lapse is not swept yet.
    private func doubts(_ limit: Int) throws -> [Row] {
        try tx.query(
            """
            SELECT token, ready_at FROM invoice_state WHERE tenant = ? AND handout = ? AND ready_at <= ?
            ORDER BY ready_at, token LIMIT ?
            """,
            [tenant, HandoutMode.verifyFirst.rawValue, tx.now - WorkList.doubtMax, limit])
    }

    /// Index `state_by_status`.
    private func standing(at status: Status, _ limit: Int, until end: Instant? = nil) throws -> [Row] {
        try tx.query(
            """
            SELECT token, updated_at FROM invoice_state WHERE tenant = ? AND status = ? AND updated_at <= ?
            ORDER BY updated_at, token LIMIT ?
            """,
            [tenant, status.rawValue, end ?? Instant(microseconds: .max), limit])
    }

    /// What is open about one invoice, the newest first (index `incident_open`).
    func incidents(of invoice: Token) throws -> [OpenIncident] {
        try tx.query(
            """
            SELECT id, kind, detail, created_at FROM incident
            WHERE tenant = ? AND invoice = ? AND resolved_at IS NULL ORDER BY id DESC
            """,
            [tenant, invoice]
        ).map { row in
            OpenIncident(
                id: try row.int(0), kind: try row.text(1), detail: try row.document(2) ?? [:],
                since: try row.instant(3))
        }
    }
}
