extension Migration {
    /// Runs of connectors, the tokens that open the API to them, and their logs.
    ///
    /// `job_token` is a directory: it leads from a hash to the tenant, and has no row once the run is over. `reported`
    /// is how the run said that it ended, before its process is over.
    static let jobs = Migration(
        number: 10,
        name: "jobs",
        sql: """
            CREATE TABLE job_run (
              tenant {int64} NOT NULL,
              id {bytes} NOT NULL,
              instance {int64} NOT NULL,
              connector {text} NOT NULL,
              permissions {text} NOT NULL,
              status {text} NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'stopped')),
              started_at {int64} NOT NULL,
              ends_at {int64} NOT NULL,
              ended_at {int64},
              heartbeat_at {int64},
              log_entries {int64} NOT NULL,
              result {text} NOT NULL,
              reported {text},
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE INDEX job_run_by_instance ON job_run (tenant, instance, id);

            CREATE TABLE job_token (
              token_hash {bytes} NOT NULL PRIMARY KEY,
              tenant {int64} NOT NULL,
              run {bytes} NOT NULL
            ) {clustered};
            CREATE INDEX job_token_by_run ON job_token (tenant, run);

            CREATE TABLE job_log (
              tenant {int64} NOT NULL,
              run {bytes} NOT NULL,
              id {int64} NOT NULL,
              at {int64} NOT NULL,
              level {text} NOT NULL,
              message {text} NOT NULL,
              step {text} NOT NULL,
              detail {text} NOT NULL,
              PRIMARY KEY (tenant, run, id)
            ) {clustered};
            """
    )
}
