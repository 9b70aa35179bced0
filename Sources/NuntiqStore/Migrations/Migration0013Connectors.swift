extension Migration {
    /// Instances of connectors, when each is due, and runs with a queue before and more ends behind them.
    ///
    /// `connector_due` is a directory: all that is due stands at its front, whatever else waits. `job_run` is made
    /// anew, since no database changes a CHECK alike; at most one run of an instance is queued or runs.
    static let connectors = Migration(
        number: 13,
        name: "connectors",
        sql: """
            CREATE TABLE connector_instance (
              tenant {int64} NOT NULL,
              id {int64} NOT NULL,
              name {text} NOT NULL,
              name_folded {text} NOT NULL,
              bundle {text} NOT NULL,
              entrypoint {text} NOT NULL,
              config {text} NOT NULL,
              job_params {text} NOT NULL,
              secrets {bytes} NOT NULL,
              secret_names {text} NOT NULL,
              permissions {text} NOT NULL,
              schedule {text} NOT NULL,
              time_zone {text} NOT NULL,
              is_enabled {bool} NOT NULL,
              next_run_at {int64},
              skipped_at {int64},
              seconds_max {int64} NOT NULL,
              cpu_seconds_max {int64} NOT NULL,
              memory_mb_max {int64} NOT NULL,
              records_runs {bool} NOT NULL,
              created_at {int64} NOT NULL,
              updated_at {int64} NOT NULL,
              PRIMARY KEY (tenant, id)
            ) {clustered};
            CREATE UNIQUE INDEX connector_instance_by_name ON connector_instance (tenant, name_folded);

            CREATE TABLE connector_due (
              due_at {int64} NOT NULL,
              tenant {int64} NOT NULL,
              instance {int64} NOT NULL,
              PRIMARY KEY (due_at, tenant, instance)
            ) {clustered};

            CREATE TABLE job_run_12 (
              tenant {int64} NOT NULL,
              id {bytes} NOT NULL,
              instance {int64} NOT NULL,
              connector {text} NOT NULL,
              cause {text} NOT NULL CHECK (cause IN ('schedule', 'person', 'opened')),
              permissions {text} NOT NULL,
              status {text} NOT NULL CHECK (status IN (
                'queued', 'running', 'succeeded', 'failed', 'timed_out', 'killed', 'orphaned', 'stopped')),
              queued_at {int64} NOT NULL,
              started_at {int64} NOT NULL,
              ends_at {int64} NOT NULL,
              ended_at {int64},
              heartbeat_at {int64},
              stop_asked_at {int64},
              node {text} NOT NULL,
              log_entries {int64} NOT NULL,
              result {text} NOT NULL,
              reported {text},
              error {text} NOT NULL,
              PRIMARY KEY (tenant, id)
            ) {clustered};
            INSERT INTO job_run_12 (
              tenant, id, instance, connector, cause, permissions, status, queued_at, started_at, ends_at, ended_at,
              heartbeat_at, node, log_entries, result, reported, error)
            SELECT
              tenant, id, instance, connector, 'opened', permissions, status, started_at, started_at, ends_at, ended_at,
              heartbeat_at, '', log_entries, result, reported, ''
            FROM job_run;
            DROP TABLE job_run;
            ALTER TABLE job_run_12 RENAME TO job_run;
            CREATE INDEX job_run_by_instance ON job_run (tenant, instance, id);
            CREATE UNIQUE INDEX job_run_alive ON job_run (tenant, instance) WHERE status IN ('queued', 'running');
            """
    )
}
