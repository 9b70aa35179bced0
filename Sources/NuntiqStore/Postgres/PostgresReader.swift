import NuntiqModel

/// A database thread's work on reads: one snapshot each.
struct PostgresReader {
    let connection: PostgresConnection
    let environment: RuntimeEnvironment

    /// Runs the job and answers it; a lost connection makes it run once more.
    func handle(_ job: DatabaseJob) {
        do throws(PostgresFailure) {
            try run(job)
        } catch {
            do throws(PostgresFailure) {
                guard case .lost = error else { throw error }
                try run(job)
            } catch {
                job.fail(error.storeError)
            }
        }
    }

    /// - Throws: When the connection went; the job has no answer then.
    private func run(_ job: DatabaseJob) throws(PostgresFailure) {
        let session = PostgresSession(connection, environment: environment)
        try session.beginReading()
        session.start(0)
        let transaction = PostgresTransaction(session, ids: nil, environment: environment)
        let result = Result { try job.run(transaction) }
        session.finishReading()
        if case .lost? = transaction.failure { throw transaction.failure ?? .lost(reason: "") }
        switch (result, transaction.failure) {
        case (.failure(let error), _): job.fail(error)
        case (.success, let failure?): job.fail(failure.storeError)
        case (.success(let answer), nil): answer()
        }
    }
}
