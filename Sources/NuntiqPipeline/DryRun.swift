public import NuntiqCore
import NuntiqModel
public import NuntiqStore

/// Foresees what would become of a submission by the same checks and the pipeline's own stages; stores nothing.
public struct DryRun: Sendable {
    let database: any Database
    let submissions: Submissions

    /// Asks the submission's checks, and looks up on a database what the stages look up.
    public init(database: any Database, submissions: Submissions) {
        self.database = database
        self.submissions = submissions
    }

    /// What would be answered, and where the invoice would stand soon after.
    ///
    /// - Throws: ``/NuntiqCore/SubmissionError`` as the submission itself would, errors of the store.
    public func foresee(
        _ received: ReceivedSubmission, by principal: Principal, through channel: SubmissionChannel
    ) async throws -> Forecast {
        let checked = try await submissions.check(received, by: principal, through: channel)
        let outcome = try await database.read { tx in
            let draft = InvoiceDraft(
                tenant: principal.tenant, account: principal.id,
                template: try checked.template(of: principal.tenant, in: tx), content: checked.submission.content)
            return try Pipeline.run(draft, workflow: checked.workflow, in: tx)
        }
        return Forecast(checked: checked, outcome: outcome)
    }
}

/// What a dry run foresees.
public struct Forecast: Sendable {
    /// What was checked, and where it would go.
    public let checked: CheckedSubmission
    /// What the pipeline would make of it.
    public let outcome: PipelineOutcome
}
