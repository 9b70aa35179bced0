extension Migration {
    /// Master data: rows as documents in collections, and which collection is a tenant's set of a kind now.
    ///
    /// `master_row` has the rows of all kinds; what a kind is found by stands in its slots
    /// (`docs/decisions/023-master-data-is-declared.md`). A row of `master_load` is a replacement whose parts come
    /// in, or, without a name and with `touched_at` 0, a collection that nobody reads any more. `awaited` says which
    /// invoices wait for which master data.
    static let masterData = Migration(
        number: 8,
        name: "master_data",
        sql: """
            CREATE TABLE master_set (
              tenant {int64} NOT NULL,
              kind {text} NOT NULL,
              collection {int64} NOT NULL,
              records {int64} NOT NULL CHECK (records >= 0),
              revision {int64} NOT NULL,
              load_name {text} NOT NULL,
              load_hash {bytes} NOT NULL,
              load_answer {text} NOT NULL,
              updated_at {int64} NOT NULL,
              PRIMARY KEY (tenant, kind)
            ) {clustered};

            CREATE TABLE master_row (
              tenant {int64} NOT NULL,
              collection {int64} NOT NULL,
              key {text} NOT NULL,
              id {bytes} NOT NULL,
              document {text} NOT NULL,
              slot_1 {text} NOT NULL,
              slot_2 {text} NOT NULL,
              slot_3 {text} NOT NULL,
              slot_4 {text} NOT NULL,
              active {bool} NOT NULL,
              deleted_at {int64},
              created_at {int64} NOT NULL,
              updated_at {int64} NOT NULL,
              PRIMARY KEY (tenant, collection, key)
            ) {clustered};
            CREATE INDEX master_row_live ON master_row (tenant, collection, key) WHERE deleted_at IS NULL;
            CREATE INDEX master_row_by_slot_1 ON master_row (tenant, collection, slot_1, key)
              WHERE deleted_at IS NULL AND slot_1 <> '';
            CREATE INDEX master_row_by_slot_2 ON master_row (tenant, collection, slot_2, key)
              WHERE deleted_at IS NULL AND slot_2 <> '';
            CREATE INDEX master_row_by_slot_3 ON master_row (tenant, collection, slot_3, key)
              WHERE deleted_at IS NULL AND slot_3 <> '';
            CREATE INDEX master_row_by_slot_4 ON master_row (tenant, collection, slot_4, key)
              WHERE deleted_at IS NULL AND slot_4 <> '';

            CREATE TABLE master_load (
              tenant {int64} NOT NULL,
              collection {int64} NOT NULL,
              kind {text} NOT NULL,
              name {text} NOT NULL,
              revision {int64} NOT NULL,
              part {int64} NOT NULL,
              part_hash {bytes} NOT NULL,
              records {int64} NOT NULL,
              inserted {int64} NOT NULL,
              updated {int64} NOT NULL,
              unchanged {int64} NOT NULL,
              touched_at {int64} NOT NULL,
              PRIMARY KEY (tenant, collection)
            ) {clustered};
            CREATE UNIQUE INDEX master_load_by_name ON master_load (tenant, kind, name) WHERE name <> '';
            CREATE INDEX master_load_by_age ON master_load (tenant, touched_at);

            CREATE TABLE awaited (
              tenant {int64} NOT NULL,
              kind {text} NOT NULL,
              value {text} NOT NULL,
              invoice {bytes} NOT NULL,
              PRIMARY KEY (tenant, kind, value, invoice)
            ) {clustered};
            CREATE INDEX awaited_by_invoice ON awaited (tenant, invoice);
            """
    )
}
