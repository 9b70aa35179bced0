/// The tables that a house rule must know.
enum Schema {
    /// Every table whose rows belong to a tenant; the others are directories of the installation.
    static let tenantTables: Set<String> = [
        "master_set", "master_row", "master_load", "awaited", "payment", "payment_line", "payment_told", "data_table",
        "delta_stream", "job_run", "job_log", "connector_instance",
        "template", "inbox", "inbox_name", "partner", "partner_email", "partner_key", "api_user", "invoice",
        "invoice_state", "event", "feed", "chain", "idempotency", "claim_key", "lifecycle_key", "rotation_replay",
        "attachment", "blob", "upload", "incident", "work", "portal_user", "user_group", "user_group_member",
        "portal_session", "portal_link", "sign_in_throttle", "invoice_card", "saved_view",
        "outbox", "mail_preference", "mail_suppression", "supplier_session",
    ]

    /// Tables without a tenant column: they lead to the tenant, or belong to the installation.
    static let directoryTables: Set<String> = [
        "tenant", "key_directory", "mail_token", "supplier_token", "installation", "periodic", "migration", "job_token",
        "connector_due",
    ]
}
