public import NuntiqModel
internal import NuntiqStore

extension Integration {
    /// A person has looked at what went wrong with a posting: it leaves the top of the work list, with the reason told.
    ///
    /// - Returns: how many were open.
    /// - Throws: ``IntegrationError/notFound``, ``IntegrationError/reasonMissing``.
    @discardableResult
    public func resolveIncidents(of token: Token, reason: String, by principal: Principal) async throws -> Int {
        guard !trimmed(reason).isEmpty else { throw IntegrationError.reasonMissing }
        return try await database.write { tx in
            guard let state = try InvoiceStateRepository(tx: tx).find(principal.tenant, token) else {
                throw IntegrationError.notFound
            }
            let kinds = try IncidentRepository(tx: tx).resolve(principal.tenant, token, at: tx.now)
            guard !kinds.isEmpty else { return 0 }
            let facts: JSONObject = [
                "incidents": .array(kinds.map(JSONValue.string)), "note_internal": .string(reason),
            ]
            try tx.append(
                EventRecord(
                    tenant: state.tenant, subject: token.bytes, kind: "resolveIncident",
                    source: principal.actor.source, actorType: principal.actor.type, actorID: principal.actor.id,
                    actorName: principal.actor.name, occurredAt: tx.now, fromStatus: state.status.rawValue,
                    toStatus: state.status.rawValue, references: state.references,
                    payload: JSONValue.object(facts).serialized()))
            tx.afterCommit(.events)
            return kinds.count
        }
    }
}
