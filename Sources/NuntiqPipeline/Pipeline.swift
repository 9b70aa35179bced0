public import NuntiqModel
public import NuntiqStore

/// The way of an invoice from received to ready.
public enum Pipeline {
    /// The stages in their order.
    public static func stages(of workflow: Workflow) -> [any Stage] {
        switch workflow {
        case .fullEnrichment: [Enrich(), Validate()]
        case .paymentPortal: [Validate()]
        }
    }

    /// Takes an invoice through every stage and stores nothing; a dry run is this and no more.
    public static func run(
        _ draft: InvoiceDraft, workflow: Workflow, in tx: any Transaction
    ) throws -> PipelineOutcome {
        var draft = draft
        var reasons: [ReviewReason] = []
        for stage in stages(of: workflow) {
            switch try stage.run(draft, in: tx) {
            case .advance(let next): draft = next
            case .review(let next, let found):
                draft = next
                reasons += found
            }
        }
        return PipelineOutcome(draft: draft, reasons: reasons)
    }
}
