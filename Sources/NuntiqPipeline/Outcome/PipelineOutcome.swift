public import NuntiqModel

/// What the whole pipeline makes of an invoice.
public struct PipelineOutcome: Sendable, Equatable {
    /// The invoice with what the stages added.
    public let draft: InvoiceDraft
    /// Why a person must look; none means that it is ready.
    public let reasons: [ReviewReason]

    /// The reasons in the order in which they are looked at: 45 before 40 before 50.
    init(draft: InvoiceDraft, reasons: [ReviewReason]) {
        self.draft = draft
        self.reasons = Self.order.flatMap { status in reasons.filter { $0.status == status } }
    }

    private static let order: [Status] = [.duplicateSuspected, .needsReview, .pendingApproval]

    /// Where it leads: 90 without a reason, else where its first reason leads.
    public var status: Status { reasons.first?.status ?? .pendingIntegrationFirst }

    /// The trigger of the row that leads there.
    var trigger: Trigger {
        guard let first = reasons.first else { return .pass }
        switch first.kind {
        case .duplicate: return .suspectDuplicate
        case .approval: return .requireApproval
        case .validation, .matching:
            return reasons.contains { $0.kind == .validation } ? .failValidation : .failMatch
        }
    }

    /// Everything the checks found, errors first.
    public var issues: [ValidationIssue] {
        reasons.map(\.issue) + remarks(.warning) + remarks(.info)
    }

    /// What of it the supplier is told.
    public var issuesForSupplier: [ValidationIssue] {
        let told = reasons.filter(\.isForSupplier).map(\.issue) + remarks(.warning) + remarks(.info)
        return told.filter { !ValidationRule.idsOfTheHouse.contains($0.rule) }
    }

    /// The supplier number for which it waits; `nil` where master data of its supplier would change nothing.
    var awaitedSupplier: String? {
        guard reasons.contains(where: { ValidationRule.awaitingSupplier.contains($0.issue.rule) }) else { return nil }
        return draft.content.header["supplierNumber"]?.text.flatMap { trimmed($0).isEmpty ? nil : $0 }
    }

    /// The remarks of one severity.
    func remarks(_ severity: ValidationSeverity) -> [ValidationIssue] {
        draft.remarks.filter { $0.severity == severity }
    }
}
