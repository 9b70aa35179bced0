extension Migration {
    /// Lists of invoices that a person has kept under a name: the query of the list's address, as it stands there.
    static let savedViews = Migration(
        number: 12,
        name: "saved_views",
        sql: """
            CREATE TABLE saved_view (
              tenant {int64} NOT NULL,
              user_id {int64} NOT NULL,
              name_folded {text} NOT NULL,
              name {text} NOT NULL,
              query {text} NOT NULL,
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, user_id, name_folded)
            ) {clustered};
            """
    )
}
