public import NuntiqModel
internal import NuntiqStore

extension Integration {
    /// Ends every lease that an instance of a connector holds, as its runs could; those that have ended stay ended.
    public func giveBackAll(of instance: Int64, named name: String, in tenant: TenantID) async throws {
        let held = try await database.read { tx in
            try tx.query(
                """
                SELECT token FROM invoice_state
                WHERE tenant = ? AND status IN (92, 93) AND lease_ends_at > ? AND holder = ?
                """,
                [tenant, tx.now, instance]
            ).map { try $0.token(0) }
        }
        let holder = Principal(id: instance, tenant: tenant, kind: .apiUser, name: name, permissions: [])
        for token in held {
            do {
                _ = try await giveBack(token, by: holder, lease: nil)
            } catch is IntegrationError {
                continue  // it has just ended
            }
        }
    }
}
