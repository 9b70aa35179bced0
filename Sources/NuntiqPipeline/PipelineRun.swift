import NuntiqCore
import NuntiqModel
public import NuntiqStore

/// Takes one invoice through the pipeline: looks, decides, and stores everything in the work item's own transaction.
///
/// Safe to run again: an invoice that is past 30, or that somebody took away meanwhile, is left as it is. A crash
/// before the commit leaves the item, which another worker takes.
public struct PipelineRun {
    /// Names the work items; their subject is the invoice's token.
    public static let kind = "pipeline"

    /// Works such an item off.
    public static let handler = WorkHandler.inTransaction { taken, tx in
        guard let token = Token(bytes: taken.item.subject),
            let invoice = try InvoiceInProgress.load(tx, taken.item.tenant, token)
        else { return .park(reason: "There is no such invoice.") }
        try PipelineRun(tx: tx, invoice: invoice).run()
        return .done
    }

    private let tx: any Transaction
    private let invoice: InvoiceInProgress

    private var isFirstRun: Bool { invoice.state.status == .pendingEnrichment }

    private func run() throws {
        guard [.pendingEnrichment, .enriching].contains(invoice.state.status) else { return }
        if isFirstRun { try move(to: .enriching, by: .beginEnrichment) }
        let draft = InvoiceDraft(
            tenant: invoice.state.tenant, account: invoice.state.account, template: invoice.record.template,
            content: invoice.record.content)
        let outcome = try Pipeline.run(draft, workflow: invoice.workflow, in: tx)
        try invoice.store(outcome.draft.content, in: tx)
        try tell(.validationWarning, outcome.remarks(.warning))
        try tell(.validationInfo, outcome.remarks(.info))
        let card = InvoiceCard(outcome.draft.content, references: invoice.record.references)
        try card.write(tx, for: invoice, issues: outcome.issues)
        try finish(outcome, dueOn: card.dueKey)
    }

    private func finish(_ outcome: PipelineOutcome, dueOn: String) throws {
        let row = Status.transition(from: .enriching, to: outcome.status, trigger: outcome.trigger)
        let payload = payload(
            of: outcome.reasons.map(\.issue), as: row?.writes.first,
            saying: outcome.reasons.filter(\.isForSupplier).map(\.issue))
        let last = isFirstRun ? nil : try invoice.lastOutcome(in: tx)
        let isSaid = last.map { $0.code == row?.writes.first && $0.payload == payload } ?? false
        try move(to: outcome.status, by: outcome.trigger, payload, isSaid ? Set(row?.writes ?? []) : [], dueOn)
        try awaitSupplier(of: outcome)
    }

    /// An invoice that waits for its supplier runs again by itself when that comes.
    private func awaitSupplier(of outcome: PipelineOutcome) throws {
        let awaited = AwaitedSuppliers(tx, invoice.state.tenant)
        if !isFirstRun { try awaited.forget(invoice.state.token) }
        guard outcome.status == .needsReview, let number = outcome.awaitedSupplier else { return }
        try awaited.await(number, for: invoice.state.token)
    }

    private func move(
        to status: Status, by trigger: Trigger, _ payload: JSONObject = [:], _ said: Set<LifecycleCode> = [],
        _ dueOn: String? = nil
    ) throws {
        let state = invoice.state
        try ChangeStatus.change(
            tx, tenant: state.tenant, token: state.token, to: status, by: trigger, payload: payload, omitting: said,
            dueOn: dueOn)
    }

    /// A run after the first says again only what has changed.
    private func tell(_ code: LifecycleCode, _ issues: [ValidationIssue]) throws {
        guard !issues.isEmpty else { return }
        let payload = payload(of: issues, as: code, saying: issues)
        if !isFirstRun, try invoice.lastPayload(of: code, in: tx) == payload { return }
        try ChangeStatus.tell(tx, code, about: invoice.state, payload: payload)
    }

    /// The issues with ids and fields, and the same in words: for the supplier where the portal shows the message.
    private func payload(
        of issues: [ValidationIssue], as code: LifecycleCode?, saying told: [ValidationIssue]
    ) -> JSONObject {
        guard let code, !issues.isEmpty else { return [:] }
        let words = told.map { "\($0.message) \($0.hint)" }.joined(separator: "\n")
        let note = LifecycleCatalogue.entry(of: code).isPortalVisible ? "note_supplier" : "note_internal"
        return ["issues": .array(issues.map(\.json)), note: .string(String(words.prefix(Self.noteCharactersMax)))]
    }

    /// As long as a note may be.
    private static let noteCharactersMax = 4_000
}
