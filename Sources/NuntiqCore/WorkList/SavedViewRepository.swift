internal import NuntiqModel
internal import NuntiqStore

/// The rows of table `saved_view` of one person.
struct SavedViewRepository {
    let tx: any Transaction
    let tenant: TenantID
    let user: Int64

    func all() throws -> [SavedView] {
        try tx.query(
            "SELECT name, query FROM saved_view WHERE tenant = ? AND user_id = ? ORDER BY name_folded",
            [tenant, user]
        ).map { SavedView(name: try $0.text(0), query: try $0.text(1)) }
    }

    func put(_ view: SavedView) throws {
        try tx.execute(
            """
            INSERT INTO saved_view (tenant, user_id, name_folded, name, query, created_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, user_id, name_folded) DO UPDATE SET name = excluded.name, query = excluded.query
            """,
            [tenant, user, folded(view.name), view.name, view.query, tx.now])
    }

    func remove(_ name: String) throws {
        try tx.execute(
            "DELETE FROM saved_view WHERE tenant = ? AND user_id = ? AND name_folded = ?",
            [tenant, user, folded(name)])
    }
}
