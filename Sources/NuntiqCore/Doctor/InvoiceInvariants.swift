import NuntiqStore

extension Invariant {
    /// What must hold between an invoice, where it stands, what happened to it, and what is due.
    ///
    /// A claim is one event for all its invoices, so at 92 an invoice's own last event may lead to the status before.
    static let invoices: [Invariant] = [
        .rows(
            "invoice_state", "Every invoice stands somewhere.",
            remedy: "Restore the backup before this happened; the audit chain says when.",
            sql: """
                SELECT i.token FROM invoice AS i WHERE i.tenant = ? AND NOT EXISTS (
                  SELECT 1 FROM invoice_state AS s WHERE s.tenant = i.tenant AND s.token = i.token)
                """),
        .rows(
            "invoice_content", "Every state has its invoice.",
            remedy: "Restore the backup before this happened; the audit chain says when.",
            sql: """
                SELECT s.token FROM invoice_state AS s WHERE s.tenant = ? AND NOT EXISTS (
                  SELECT 1 FROM invoice AS i
                  WHERE i.tenant = s.tenant AND i.account = s.account AND i.token = s.token)
                """),
        Invariant(
            name: "invoice_id", statement: "No two invoices share an id.", severity: .fault,
            remedy: "Report it with this output: ids come from one sequence."
        ) { tx, tenant, limit in
            try tx.query(
                "SELECT id FROM invoice WHERE tenant = ? GROUP BY id HAVING COUNT(*) > 1 LIMIT ?", [tenant, limit]
            ).map { String(try $0.int(0)) }
        },
        .rows(
            "received_message", "Every invoice has its message RECEIVED.",
            remedy: "Restore the backup before this happened; the audit chain says when.",
            sql: """
                SELECT s.token FROM invoice_state AS s WHERE s.tenant = ? AND NOT EXISTS (
                  SELECT 1 FROM event AS e
                  WHERE e.tenant = s.tenant AND e.subject = s.token AND e.code = 'RECEIVED')
                """),
        .rows(
            "status_history", "Every status but that of a fresh claim is the one that the last event led to.",
            remedy: "Somebody changed the row by hand: put the status of the last event back.",
            sql: """
                SELECT s.token FROM invoice_state AS s WHERE s.tenant = ? AND s.status <> 92 AND s.status <> COALESCE((
                  SELECT e.to_status FROM event AS e WHERE e.tenant = s.tenant AND e.subject = s.token
                  ORDER BY e.id DESC LIMIT 1), -1)
                """),
        .rows(
            "pipeline_work", "Every invoice in the pipeline has its work item.",
            remedy: "Reprocess the invoice.",
            sql: """
                SELECT s.token FROM invoice_state AS s WHERE s.tenant = ? AND s.status IN (10, 15, 20, 30)
                  AND s.token NOT IN (
                    SELECT w.subject FROM work AS w WHERE w.tenant = s.tenant AND w.kind = 'pipeline')
                """),
        .rows(
            "lease_shape", "Whatever is leased has an end; nothing else has.",
            remedy: "Somebody changed the row by hand: hold the invoice and release it.",
            sql: """
                SELECT s.token FROM invoice_state AS s WHERE s.tenant = ? AND (
                  (s.status IN (92, 93)) <> (s.lease_ends_at IS NOT NULL)
                  OR s.lease_ends_at IS NOT NULL AND (s.lapse_status IS NULL OR s.fence < 1 OR s.holder = 0))
                """),
        .rows(
            "handout_queue", "What is ready is in the queue, and nothing that is not can be claimed.",
            remedy: "Somebody changed the row by hand: hold the invoice and release it.",
            sql: """
                SELECT s.token FROM invoice_state AS s WHERE s.tenant = ? AND (
                  s.status IN (90, 91) AND s.ready_at IS NULL
                  OR s.status NOT IN (90, 91, 92, 93, 95) AND s.ready_at IS NOT NULL
                  OR s.status IN (90, 91) AND s.handout <> 'post'
                  OR s.status = 95 AND s.handout <> 'verify_first')
                """),
    ]
}
