internal import NuntiqModel
internal import NuntiqStore

/// Rows of `incident`: what stands at the top of the work list until a person has looked at it.
struct IncidentRepository {
    let tx: any Transaction

    /// Closes what is open about an invoice; answers of which kinds it was (index `incident_open`).
    func resolve(_ tenant: TenantID, _ invoice: Token, at now: Instant) throws -> [String] {
        try tx.query(
            """
            UPDATE incident SET resolved_at = ? WHERE tenant = ? AND invoice = ? AND resolved_at IS NULL
            RETURNING kind
            """,
            [now, tenant, invoice]
        ).map { try $0.text(0) }
    }

    /// Opens an incident; the same one is not opened twice.
    func open(_ incident: Incident, on state: InvoiceState, at now: Instant) throws {
        let detail = JSONValue.object(incident.detail).serialized()
        let isOpen = try tx.query(
            """
            SELECT 1 FROM incident
            WHERE tenant = ? AND invoice = ? AND resolved_at IS NULL AND kind = ? AND detail = ? LIMIT 1
            """,
            [state.tenant, state.token, incident.kind.rawValue, detail])
        guard isOpen.isEmpty else { return }
        try tx.execute(
            "INSERT INTO incident (tenant, id, invoice, kind, detail, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            [state.tenant, try tx.newID(), state.token, incident.kind.rawValue, detail, now])
    }
}
