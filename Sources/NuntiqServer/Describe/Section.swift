/// A part of the reference, in its order.
enum Section: String, Sendable, CaseIterable {
    case submission
    case supplierStatus
    case keys
    case access
    case claim
    case leases
    case invoices
    case handling
    case imports
    case lifecycle
    case masterData
    case payments
    case deltaStreams
    case jobs
    case users
    case document

    /// The heading.
    var title: String {
        switch self {
        case .submission: "Submit invoices"
        case .supplierStatus: "Follow submissions"
        case .keys: "Keys"
        case .access: "Supplier access"
        case .claim: "Claim, acknowledge, report"
        case .leases: "Leases and intents"
        case .invoices: "Invoices and files"
        case .handling: "Hold, release, settle"
        case .imports: "Imports and uploads"
        case .lifecycle: "Lifecycle messages"
        case .masterData: "Master data"
        case .payments: "Payments"
        case .deltaStreams: "Delta streams"
        case .jobs: "Connector jobs"
        case .users: "Users"
        case .document: "This document"
        }
    }

    /// Who needs it, and for what.
    var words: String {
        switch self {
        case .submission: "For suppliers' systems: an invoice goes in, and everything at fault is told at once."
        case .supplierStatus: "For suppliers' systems: what became of the invoices they submitted."
        case .keys: "For suppliers' systems: list, create, revoke and rotate the keys of a partner account."
        case .access: "For suppliers without a key yet: from the link in the mail to a key, and which mail they want."
        case .claim: "For connectors: take invoices that are ready, post them to the ERP, say what became of them."
        case .leases: "For connectors: renew, give back, and say what is about to be posted."
        case .invoices: "Read and list invoices, download their files."
        case .handling: "For people and their tools: what happens to an invoice outside the plain way."
        case .imports: "For the customer's own systems: invoices and files without a partner account."
        case .lifecycle: "The timeline of each invoice, and what is new over all of them."
        case .masterData: "Organisations, suppliers, orders and receipts from the ERP: taken in, listed, deleted."
        case .payments: "What was paid of which invoice, as the ERP or the bank knows it."
        case .deltaStreams: "For connectors that fetch what is new: how far they got with each kind of data."
        case .jobs: "For runs of connectors on the server: what they say of themselves."
        case .users: "The people of the portal, kept in step with the customer's own systems."
        case .document: "The description of both APIs for programs."
        }
    }
}
