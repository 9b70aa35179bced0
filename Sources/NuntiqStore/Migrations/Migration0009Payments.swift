extension Migration {
    /// Payments with what they pay, the names of the customer's own tables, and delta streams.
    ///
    /// `payment_told` says which lifecycle codes a payment has written about an invoice: each once.
    static let payments = Migration(
        number: 9,
        name: "payments",
        sql: """
            CREATE TABLE payment (
              tenant {int64} NOT NULL,
              id {bytes} NOT NULL,
              external_source {text} NOT NULL,
              external_payment_id {text} NOT NULL,
              status {text} NOT NULL,
              document {text} NOT NULL,
              created_at {int64} NOT NULL,
              updated_at {int64} NOT NULL,
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE UNIQUE INDEX payment_by_external ON payment (tenant, external_payment_id, external_source)
              WHERE external_payment_id <> '';
            CREATE INDEX payment_by_status ON payment (tenant, status, id);

            CREATE TABLE payment_line (
              tenant {int64} NOT NULL,
              payment {bytes} NOT NULL,
              invoice {bytes} NOT NULL,
              document {text} NOT NULL,
              PRIMARY KEY (tenant, payment, invoice)
            ) {clustered};
            CREATE INDEX payment_line_by_invoice ON payment_line (tenant, invoice, payment);

            CREATE TABLE payment_told (
              tenant {int64} NOT NULL,
              payment {bytes} NOT NULL,
              invoice {bytes} NOT NULL,
              code {text} NOT NULL,
              PRIMARY KEY (tenant, payment, invoice, code)
            ) {clustered};

            CREATE TABLE data_table (
              tenant {int64} NOT NULL,
              number {int64} NOT NULL CHECK (number BETWEEN 1 AND 20),
              name {text} NOT NULL,
              name_folded {text} NOT NULL,
              PRIMARY KEY (tenant, number)
            ) {clustered};
            CREATE UNIQUE INDEX data_table_by_name ON data_table (tenant, name_folded);

            CREATE TABLE delta_stream (
              tenant {int64} NOT NULL,
              connector {text} NOT NULL,
              stream {text} NOT NULL,
              cursor_type {text} NOT NULL,
              status {text} NOT NULL CHECK (status IN ('idle', 'running', 'succeeded', 'failed')),
              cursor_value {text},
              committed_at {int64},
              started_at {int64},
              completed_at {int64},
              records_processed {int64},
              error_summary {text},
              metadata {text} NOT NULL,
              run_token {bytes},
              updated_at {int64} NOT NULL,
              updated_by {text} NOT NULL,
              PRIMARY KEY (tenant, connector, stream)
            ) {clustered};
            """
    )
}
