extension Migration {
    /// What lists show, filter and search of an invoice: one row of `invoice_card`, written by the pipeline.
    ///
    /// `words` is what the invoice is found by; every word begins with the tenant's number, so that the index over
    /// words leads with the tenant too (`docs/decisions/019-search-by-words.md`). Dates are `YYYY-MM-DD` or empty;
    /// `gross_key` sorts as the amounts do. `invoice_state.due_on` is the due date once more, beside the status, for
    /// the list of what waits for a person; `~` where there is none, which sorts behind all dates.
    ///
    /// The work items fill in the cards of invoices that are here already.
    static let invoiceCard = Migration(
        number: 7,
        name: "invoice_card",
        sql: """
            ALTER TABLE invoice_state ADD COLUMN due_on {text} NOT NULL DEFAULT '~';
            CREATE INDEX state_to_do ON invoice_state (tenant, due_on, token, status) WHERE status IN (40, 45, 50);

            CREATE TABLE invoice_card (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              token {bytes} NOT NULL,
              supplier_name {text} NOT NULL,
              document_type {text} NOT NULL,
              invoiced_on {text} NOT NULL,
              due_on {text} NOT NULL,
              gross_key {text} NOT NULL,
              words {text} NOT NULL,
              PRIMARY KEY (tenant, id)
            ) {strict};
            CREATE INDEX card_by_due ON invoice_card (tenant, due_on, id) WHERE due_on <> '';
            CREATE INDEX card_by_date ON invoice_card (tenant, invoiced_on, id) WHERE invoiced_on <> '';
            CREATE INDEX card_by_amount ON invoice_card (tenant, gross_key, id) WHERE gross_key <> '';

            INSERT INTO work (tenant, due_at, id, kind, subject, payload, attempts, last_error)
            SELECT id, 0, 0, 'card_fill', CAST('' AS {bytes}), '', 0, '' FROM tenant;
            """,
        own: [
            .sqlite: """
            CREATE VIRTUAL TABLE invoice_words
            USING fts5(words, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
            """,
            .postgres: """
            CREATE INDEX card_by_words ON invoice_card USING gin (array_to_tsvector(string_to_array(words, ' ')))
            WITH (gin_pending_list_limit = 256);
            """,
        ]
    )
}
