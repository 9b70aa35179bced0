import Foundation

/// A database thread's work on writes: groups, and what follows when one fails as a whole.
struct PostgresWriter {
    /// How often a job that deadlocks or cannot be serialized is run again.
    private static let attemptsMax = 8

    let group: PostgresGroup
    let announce: (Set<Signal>) -> Void

    /// Runs the jobs and answers each exactly once.
    func handle(_ jobs: [DatabaseJob]) {
        do throws(PostgresFailure) {
            answer(jobs, try runHealing(jobs))
        } catch {
            guard case .conflict = error else { return fail(jobs, error) }
            for job in jobs { runAlone(job) }
        }
    }

    /// A connection that was lost before COMMIT has stored nothing: the jobs run once more on a new one.
    private func runHealing(_ jobs: [DatabaseJob]) throws(PostgresFailure) -> [PostgresGroup.Outcome] {
        do throws(PostgresFailure) {
            return try group.run(jobs)
        } catch {
            guard case .lost = error else { throw error }
            return try group.run(jobs)
        }
    }

    private func runAlone(_ job: DatabaseJob) {
        var failure = PostgresFailure.conflict(reason: "")
        for attempt in 0..<Self.attemptsMax {
            do throws(PostgresFailure) {
                return answer([job], try runHealing([job]))
            } catch {
                failure = error
                guard case .conflict = error else { break }
                pause(attempt)
            }
        }
        fail([job], failure)
    }

    private func answer(_ jobs: [DatabaseJob], _ outcomes: [PostgresGroup.Outcome]) {
        var signals: Set<Signal> = []
        var again: [DatabaseJob] = []
        for (job, outcome) in zip(jobs, outcomes) {
            switch outcome {
            case .done(let answer, let asked):
                answer()
                signals.formUnion(asked)
            case .failed(let error): job.fail(error)
            case .again: again.append(job)
            }
        }
        if !signals.isEmpty { announce(signals) }
        for job in again { runAlone(job) }
    }

    private func fail(_ jobs: [DatabaseJob], _ failure: PostgresFailure) {
        for job in jobs { job.fail(failure.storeError) }
    }

    /// Longer after each attempt, and by chance, so that two that collided do not meet again.
    private func pause(_ attempt: Int) {
        let chance = group.environment.random(1).first ?? 0
        Thread.sleep(forTimeInterval: (Double(attempt) + Double(chance) / 256) * 0.005)
    }
}
