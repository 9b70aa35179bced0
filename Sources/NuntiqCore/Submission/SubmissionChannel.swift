internal import NuntiqModel

/// The door through which a submission comes; all share one intake.
public enum SubmissionChannel: String, Sendable, Hashable, CaseIterable {
    /// `POST /v1/partner/invoices`: always fully enriched, every file in the body.
    case partnerAPI = "partner_api"
    /// `POST /v1/invoice-import`: names its workflow, and may name files that were uploaded before.
    case invoiceImport = "invoice_import"

    /// Whether attachments may be files that were uploaded before.
    var takesUploads: Bool { self == .invoiceImport }

    /// The workflow of a body; `nil` when it names one that there is not.
    func workflow(of body: JSONObject) -> Workflow? {
        switch self {
        case .partnerAPI:
            return .fullEnrichment
        case .invoiceImport:
            guard let named = body["workflow"], !named.isNull else { return .paymentPortal }
            return named.string.flatMap(Workflow.init)
        }
    }
}
