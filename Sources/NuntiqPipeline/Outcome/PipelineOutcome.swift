public import NuntiqModel

/// What the whole pipeline makes of an invoice.
public struct PipelineOutcome: Sendable, Equatable {
    /// The invoice with what the stages added.
    public let draft: InvoiceDraft
    /// Why a person must look; none means that it is ready.
    public let reasons: [ReviewReason]

    /// Where it leads: 90 without a reason, else the first of 45, 40, 50.
    public var status: Status {
        let statuses = Set(reasons.map(\.status))
        let order: [Status] = [.duplicateSuspected, .needsReview, .pendingApproval]
        return order.first(where: statuses.contains) ?? .pendingIntegrationFirst
    }

    /// Everything the checks found, errors first.
    public var issues: [ValidationIssue] {
        errors + remarks(.warning) + remarks(.info)
    }

    /// What of it the supplier is told.
    public var issuesForSupplier: [ValidationIssue] {
        let internalRules = Set(ValidationRule.builtIn.filter { !$0.isForSupplier }.map(\.id))
        return issues.filter { !internalRules.contains($0.rule) }
    }

    /// The findings that need a person.
    var errors: [ValidationIssue] {
        reasons.map { reason in
            switch reason {
            case .validation(let issue): issue
            }
        }
    }

    /// The remarks of one severity.
    func remarks(_ severity: ValidationSeverity) -> [ValidationIssue] {
        draft.remarks.filter { $0.severity == severity }
    }
}
