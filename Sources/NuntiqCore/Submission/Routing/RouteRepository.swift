internal import NuntiqModel
internal import NuntiqStore

/// Finds the inbox of a submission: one query, whichever way it is found.
struct RouteRepository {
    let tx: any Transaction

    /// By `receiving_inbox`, else by `external_identifier`, else the default; `nil` when there is none at all.
    func route(_ tenant: TenantID, _ wish: RoutingWish) throws -> InboxRoute? {
        let rows = try tx.query(
            """
            SELECT 1, i.id, i.address, i.template, \(Self.version) FROM inbox_name AS n
            JOIN inbox AS i ON i.tenant = n.tenant AND i.id = n.inbox
            WHERE n.tenant = ? AND n.kind = 'address' AND n.name_folded = ?
            UNION ALL
            SELECT 2, i.id, i.address, i.template, \(Self.version) FROM inbox_name AS n
            JOIN inbox AS i ON i.tenant = n.tenant AND i.id = n.inbox
            WHERE n.tenant = ? AND n.kind = 'identifier' AND n.name_folded = ?
            UNION ALL
            SELECT 3, i.id, i.address, i.template, \(Self.version) FROM inbox AS i
            WHERE i.tenant = ? AND i.is_default
            ORDER BY 1, 2 LIMIT 1
            """,
            [tenant, folded(wish.receivingInbox), tenant, folded(wish.externalIdentifier), tenant])
        return try rows.first.map { row in
            let path: InboxRoute.Path =
                switch try row.int(0) {
                case 1: .receivingInbox
                case 2: .externalIdentifier
                default: .defaultFallback
                }
            let address = try row.text(2)
            return InboxRoute(
                inbox: try row.int(1), address: address, path: path, template: try row.int(3),
                templateVersion: try row.int(4), warnings: wish.warnings(for: path, address: address))
        }
    }

    private static let version = """
        (SELECT MAX(t.version) FROM template AS t WHERE t.tenant = i.tenant AND t.id = i.template)
        """
}
