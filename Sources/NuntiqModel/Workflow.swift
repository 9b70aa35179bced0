/// What Nuntiq does with an invoice before it is ready.
public enum Workflow: String, Sendable, Hashable, CaseIterable {
    /// Enrichment, validation and matching.
    case fullEnrichment = "full_enrichment"
    /// Validation only.
    case paymentPortal = "payment_portal"
}
