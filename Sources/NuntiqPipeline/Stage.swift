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
public struct ReviewReason: Sendable, Hashable {
    /// What kind of look it needs.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// It looks like another invoice.
        case duplicate
        /// A check failed.
        case validation
        /// Orders or receipts do not fit.
        case matching
        /// A rule wants an approval.
        case approval
    }

    /// What kind of look it needs.
    public let kind: Kind
    /// What was found.
    public let issue: ValidationIssue

    /// Makes a reason.
    public init(_ kind: Kind, _ issue: ValidationIssue) {
        (self.kind, self.issue) = (kind, issue)
    }

    /// Where it leads; with several reasons 45 comes before 40 before 50.
    public var status: Status {
        switch kind {
        case .duplicate: .duplicateSuspected
        case .validation, .matching: .needsReview
        case .approval: .pendingApproval
        }
    }

    /// Whether the supplier is told of it; orders, approvals and master data are the buyer's own affair.
    var isForSupplier: Bool {
        switch kind {
        case .duplicate, .validation: !ValidationRule.idsOfTheHouse.contains(issue.rule)
        case .matching, .approval: false
        }
    }
}

extension Stage {
    /// Looks up and decides.
    func run(_ draft: InvoiceDraft, in tx: any Transaction) throws -> StageOutcome {
        decide(draft, knowing: try gather(for: draft, in: tx))
    }
}
