import NuntiqModel
import NuntiqStore

extension Invariant {
    /// What must hold around the invoices: who may call, files, the audit, what waits for a person.
    static let tenants: [Invariant] = [
        .rows(
            "partner_keys", "Every live partner key is found by its hash.",
            remedy: "Rotate or revoke the key; its owner is refused until then.",
            sql: """
                SELECT k.id FROM partner_key AS k WHERE k.tenant = ? AND k.revoked_at IS NULL AND NOT EXISTS (
                  SELECT 1 FROM key_directory AS d WHERE d.key_hash = k.key_hash AND d.tenant = k.tenant
                    AND d.kind = 'partner' AND d.subject = k.id)
                """),
        .rows(
            "grace_keys", "Every key that works beside its successor is found by its hash.",
            remedy: "Pass the new key on now: the old one is refused already.",
            sql: """
                SELECT k.id FROM partner_key AS k
                WHERE k.tenant = ? AND k.grace_hash IS NOT NULL AND k.revoked_at IS NULL AND NOT EXISTS (
                  SELECT 1 FROM key_directory AS d WHERE d.key_hash = k.grace_hash AND d.tenant = k.tenant
                    AND d.kind = 'partner_grace' AND d.subject = k.id)
                """),
        .rows(
            "rotation_replay", "Every kept answer of a rotation brings the key in force.",
            remedy: "It opens nothing, and the next sweep removes it; report what came before.",
            sql: """
                SELECT r.partner_key FROM rotation_replay AS r WHERE r.tenant = ? AND NOT EXISTS (
                  SELECT 1 FROM partner_key AS k WHERE k.tenant = r.tenant AND k.id = r.partner_key
                    AND k.key_hash = r.new_key_hash AND k.revoked_at IS NULL)
                """),
        Invariant(
            name: "api_user_keys", statement: "Every live API user is found by the hash of its key.",
            severity: .fault, remedy: "Revoke the API user and make another; it is refused until then."
        ) { tx, tenant, limit in
            try tx.query(
                """
                SELECT u.name FROM api_user AS u WHERE u.tenant = ? AND u.revoked_at IS NULL AND NOT EXISTS (
                  SELECT 1 FROM key_directory AS d WHERE d.key_hash = u.key_hash AND d.tenant = u.tenant
                    AND d.kind = 'api_user') LIMIT ?
                """,
                [tenant, limit]
            ).map { try $0.text(0) }
        },
        .rows(
            "attachment_owner", "Every attachment belongs to an invoice and names a recorded file.",
            remedy: "Restore the backup before this happened; the audit chain says when.",
            sql: """
                SELECT a.token FROM attachment AS a WHERE a.tenant = ? AND (
                  NOT EXISTS (SELECT 1 FROM invoice_state AS s WHERE s.tenant = a.tenant AND s.token = a.invoice)
                  OR NOT EXISTS (SELECT 1 FROM blob AS b WHERE b.tenant = a.tenant AND b.hash = a.blob))
                """),
        .rows(
            "original_file", "Every stored original names a recorded file.",
            remedy: "Restore the backup before this happened; the audit chain says when.",
            sql: """
                SELECT i.token FROM invoice AS i WHERE i.tenant = ? AND i.original IS NOT NULL AND NOT EXISTS (
                  SELECT 1 FROM blob AS b WHERE b.tenant = i.tenant AND b.hash = i.original)
                """),
        .rows(
            "upload_file", "Every upload that waits for its import names a recorded file.",
            remedy: "Upload the file again; the row goes after a day.",
            sql: """
                SELECT u.token FROM upload AS u WHERE u.tenant = ? AND NOT EXISTS (
                  SELECT 1 FROM blob AS b WHERE b.tenant = u.tenant AND b.hash = u.blob)
                """),
        .rows(
            "run_recording", "Every recording of a connector's run names a recorded file.",
            remedy: "Let the connector run again; the row goes after thirty days.",
            sql: """
                SELECT r.id FROM job_run AS r WHERE r.tenant = ? AND r.recording IS NOT NULL AND NOT EXISTS (
                  SELECT 1 FROM blob AS b WHERE b.tenant = r.tenant AND b.hash = r.recording)
                """),
        Invariant(
            name: "audit_chain", statement: "The audit chain gives the hash that is kept.", severity: .fault,
            remedy: "An event was changed or lost: compare with a backup and keep both for the investigation."
        ) { tx, tenant, _ in try ChainCheck.run(tx, tenant).faults },
        Invariant(
            name: "default_inbox", statement: "The tenant has one default inbox.", severity: .attention,
            remedy: "nuntiq inbox add TENANT ADDRESS --default; invoices that match no inbox are refused until then."
        ) { tx, tenant, _ in
            let count = try tx.query(
                "SELECT COUNT(*) FROM inbox WHERE tenant = ? AND is_default = ?", [tenant, true]
            ).first?.int(0)
            return count == 1 ? [] : ["\(count ?? 0) default inboxes"]
        },
        Invariant(
            name: "held_mail", statement: "No mail waits for a mail server to be configured.", severity: .attention,
            remedy: "Set NUNTIQ_SMTP_URL on the servers: what is still worth something is sent then."
        ) { tx, tenant, limit in
            try tx.query(
                "SELECT kind, recipient FROM outbox WHERE tenant = ? AND status = 'held' ORDER BY id LIMIT ?",
                [tenant, limit]
            ).map { "\(try $0.text(0)) to \(try $0.text(1))" }
        },
        Invariant(
            name: "reminded_keys", statement: "No key ended two days ago without the daily task noticing.",
            severity: .attention, remedy: "Run nuntiq maintenance run, and look why no server's worker does."
        ) { tx, tenant, limit in
            try tx.query(
                """
                SELECT label FROM partner_key WHERE tenant = ? AND expires_at IS NOT NULL AND revoked_at IS NULL
                  AND expires_at < ? AND expired_at IS NULL ORDER BY expires_at LIMIT ?
                """,
                [tenant, tx.now - .seconds(2 * 86_400), limit]
            ).map { "key \(try $0.text(0))" }
        },
        Invariant(
            name: "parked_work", statement: "No work waits for a person.", severity: .attention,
            remedy: "Mend the cause that is named, then reprocess the invoice."
        ) { tx, tenant, limit in
            try WorkQueue.parked(tx, tenant, limit: limit).map { "\($0.item.kind) \($0.id): \($0.lastError)" }
        },
    ]
}
