extension Migration {
    /// The recording of a run of a connector: a file of the tenant, found again by `job_run_by_recording` when somebody
    /// asks whether any row still names it.
    static let recordings = Migration(
        number: 14,
        name: "recordings",
        sql: """
            ALTER TABLE job_run ADD COLUMN recording {bytes};
            ALTER TABLE job_run ADD COLUMN recording_size {int64};
            CREATE INDEX job_run_by_recording ON job_run (tenant, recording) WHERE recording IS NOT NULL;
            """
    )
}
