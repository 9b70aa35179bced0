import NuntiqModel

/// Jobs under one COMMIT at PostgreSQL: each in a savepoint of its own when there are several.
///
/// As on SQLite everyone is answered after the commit.
struct PostgresGroup {
    let connection: PostgresConnection
    let ids: PostgresIDs
    let environment: RuntimeEnvironment

    /// How a job ended, once the transaction is committed.
    enum Outcome {
        case done(DatabaseJob.Answer, Set<Signal>)
        case failed(any Error)
        /// It waited for a lock inside a group: it must run alone, where it may wait longer.
        case again
    }

    /// Runs the jobs in one transaction.
    /// - Throws: When the transaction as a whole failed and nothing was stored.
    func run(_ jobs: [DatabaseJob]) throws(PostgresFailure) -> [Outcome] {
        let isGrouped = jobs.count > 1
        let session = PostgresSession(connection, environment: environment)
        try session.begin(grouped: isGrouped)
        do throws(PostgresFailure) {
            var outcomes: [Outcome] = []
            for (number, job) in jobs.enumerated() { outcomes.append(try run(job, number, session)) }
            try session.commit()
            guard isGrouped else { return outcomes }
            for (number, error) in session.lateFailures { outcomes[number] = .failed(error) }
            return outcomes.map(Self.runAgainIfLocked)
        } catch {
            session.rollBack()
            throw error
        }
    }

    /// Runs one closure; what the server refused is the job's own failure, anything else the transaction's.
    private func run(_ job: DatabaseJob, _ number: Int, _ session: PostgresSession) throws(PostgresFailure) -> Outcome {
        session.start(number)
        let transaction = PostgresTransaction(session, ids: ids, environment: environment)
        let result = Result { try job.run(transaction) }
        switch (result, transaction.failure) {
        case (_, .lost?), (_, .lostInCommit?), (_, .conflict?):
            throw transaction.failure ?? .lost(reason: "")
        case (.failure(let error), _), (.success, .refused(let error as any Error)?):
            session.undoJob()
            return .failed(error)
        case (.success(let answer), nil):
            session.finishJob()
            return .done(answer, transaction.signals)
        }
    }

    private static func runAgainIfLocked(_ outcome: Outcome) -> Outcome {
        if case .failed(StoreError.lockTimeout) = outcome { return .again }
        return outcome
    }
}
