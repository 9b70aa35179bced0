import GRDB
import NuntiqModel

/// A group commit: jobs that waited together, each in its own savepoint, under one COMMIT.
///
/// Everyone is answered after the commit, also those whose closure threw: what they saw may be another job's work. If
/// the commit fails, or the transaction is lost on the way, nobody's effects exist and all hear `unavailable`.
struct SQLiteGroup {
    let database: GRDB.Database
    let environment: RuntimeEnvironment

    private struct Outcome {
        let answer: DatabaseJob.Answer
        var signals: Set<Signal> = []
    }

    /// Runs the jobs and answers them.
    /// - Returns: What the committed jobs asked to be signalled.
    func run(_ jobs: [DatabaseJob]) -> Set<Signal> {
        do {
            let outcomes = try commit(jobs)
            for outcome in outcomes { outcome.answer() }
            return outcomes.reduce(into: []) { $0.formUnion($1.signals) }
        } catch {
            let reason = unavailable(SQLiteFailure.translate(error))
            for job in jobs { job.fail(reason) }
            return []
        }
    }

    private func commit(_ jobs: [DatabaseJob]) throws -> [Outcome] {
        let statements = SQLiteStatements(database: database)
        let ledger = SQLiteLedger(statements)
        try statements.execute("BEGIN IMMEDIATE")
        do {
            let outcomes = try jobs.map { try run($0, statements, ledger) }
            try ledger.save()
            try statements.execute("COMMIT")
            return outcomes
        } catch {
            if database.isInsideTransaction { try statements.execute("ROLLBACK") }
            throw error
        }
    }

    private func run(_ job: DatabaseJob, _ statements: SQLiteStatements, _ ledger: SQLiteLedger) throws -> Outcome {
        let transaction = SQLiteTransaction(statements, ledger: ledger, now: environment.now(nil))
        ledger.beginJob()
        try statements.execute("SAVEPOINT job")
        do {
            let answer = try job.run(transaction)
            if let failure = transaction.failure { throw failure }
            try statements.execute("RELEASE job")
            return Outcome(answer: answer, signals: transaction.signals)
        } catch {
            guard database.isInsideTransaction else { throw error }
            ledger.rollBackJob()
            try statements.execute("ROLLBACK TO job")
            try statements.execute("RELEASE job")
            return Outcome(answer: { job.fail(error) })
        }
    }

    private func unavailable(_ error: any Error) -> StoreError {
        if case .unavailable(let reason)? = error as? StoreError { return .unavailable(reason: reason) }
        return .unavailable(reason: "\(error)")
    }
}
