extension Migration {
    /// The keys under which clients repeat lifecycle messages, and what each led to.
    ///
    /// `event` is NULL where the message waits for the end of a lease; both are while the first call runs.
    static let lifecycleKey = Migration(
        number: 2,
        name: "lifecycle_key",
        sql: """
            CREATE TABLE lifecycle_key (
              tenant {int64} NOT NULL,
              principal {int64} NOT NULL,
              key {text} NOT NULL,
              request_hash {bytes} NOT NULL,
              invoice {bytes},
              event {int64},
              created_at {int64} NOT NULL,
              PRIMARY KEY (tenant, principal, key)
            ) {clustered};
            """
    )
}
