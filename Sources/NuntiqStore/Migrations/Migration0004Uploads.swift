extension Migration {
    /// Files that wait for the import that names them, and the indexes by which what is out of date is found.
    ///
    /// `upload_by_blob`, `attachment_by_blob` and `invoice_by_original` answer whether any row still names a file.
    /// `invoice_by_number` takes in the account, so that a supplier's look-up by a number that many use is one range.
    static let uploads = Migration(
        number: 4,
        name: "uploads",
        sql: """
            CREATE TABLE upload (
              tenant {int64} NOT NULL,
              token {bytes} NOT NULL,
              account {int64} NOT NULL,
              file_name {text} NOT NULL,
              content_type {text} NOT NULL,
              size {int64} NOT NULL,
              blob {bytes} NOT NULL,
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, token)
            ) {clustered};
            CREATE INDEX upload_by_age ON upload (tenant, created_at);
            CREATE INDEX upload_by_blob ON upload (tenant, blob);
            CREATE INDEX attachment_by_blob ON attachment (tenant, blob);
            CREATE INDEX invoice_by_original ON invoice (tenant, original) WHERE original IS NOT NULL;
            CREATE INDEX lifecycle_key_by_age ON lifecycle_key (tenant, created_at);

            DROP INDEX invoice_by_number;
            CREATE INDEX invoice_by_number ON invoice (tenant, number_key, account, token);
            """
    )
}
