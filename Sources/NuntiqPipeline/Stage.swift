public import NuntiqModel
public import NuntiqStore

/// One step of the pipeline: it looks up, then decides purely; ``PipelineRun`` stores.
public protocol Stage: Sendable {
    /// What it must know beside the invoice.
    associatedtype Knowledge: Sendable

    /// Looks up; never writes.
    func gather(for draft: InvoiceDraft, in tx: any Transaction) throws -> Knowledge

    /// Decides; no effects, the same answer for the same input.
    func decide(_ draft: InvoiceDraft, knowing knowledge: Knowledge) -> StageOutcome
}

/// What a stage makes of an invoice.
public enum StageOutcome: Sendable, Equatable {
    /// It may go on.
    case advance(InvoiceDraft)
    /// A person must look. The stages that follow run all the same, so that every reason is found at once.
    case review(InvoiceDraft, reasons: [ReviewReason])
}

/// Why a person must look at an invoice.
public enum ReviewReason: Sendable, Hashable {
    /// A check failed.
    case validation(ValidationIssue)

    /// Where it leads; with several reasons 45 comes before 40 before 50.
    public var status: Status {
        switch self {
        case .validation: .needsReview
        }
    }
}

extension Stage {
    /// Looks up and decides.
    func run(_ draft: InvoiceDraft, in tx: any Transaction) throws -> StageOutcome {
        decide(draft, knowing: try gather(for: draft, in: tx))
    }
}
