public import NuntiqModel

/// An invoice as the account that sent it sees it.
public struct SupplierInvoice: Sendable, Hashable {
    /// The public handle.
    public let token: Token
    /// The number within the installation.
    public let id: Int64
    /// The supplier's number for it.
    public let number: String
    /// The customer's number of the supplier, or empty.
    public let supplierNumber: String
    /// The gross amount as received, or empty.
    public let grossAmount: String
    /// ISO 4217, or empty.
    public let currencyCode: String
    /// When it came in.
    public let createdAt: Instant
    /// Where it stands.
    public let status: SupplierStatus
    /// Whether it can be taken back now.
    public let canBeWithdrawn: Bool
    /// The messages that say what the supplier must do, or why it was rejected.
    let reasons: [LifecycleCode]
}

/// An invoice with what its supplier may know of its past, and what there is to do.
public struct SupplierInvoiceDetail: Sendable, Hashable {
    /// The invoice.
    public let invoice: SupplierInvoice
    /// The lifecycle messages that suppliers see, the oldest first.
    public let messages: [LifecycleMessage]
    /// What the supplier must fix or answer; why it was rejected.
    public let toFix: [SupplierFix]
}

/// One thing to fix.
public enum SupplierFix: Sendable, Hashable {
    /// A check failed.
    case issue(ValidationIssue)
    /// The customer says so, with a lifecycle message.
    case note(LifecycleCode, String)
}

/// Which of its invoices an account lists.
public struct SupplierInvoiceFilter: Sendable, Hashable {
    /// Only with this number, as ``InvoiceFilter/numberKey(_:)`` makes it.
    public var number: String?
    /// Only what came in at or after this moment.
    public var since: Instant?
    /// Only what came in before this invoice: the last one of the page before.
    public var before: Token?

    /// A filter that lets everything through.
    public init() {}
}

/// A page of an account's invoices.
public struct SupplierInvoicePage: Sendable, Hashable {
    /// The invoices, newest first.
    public let items: [SupplierInvoice]
    /// Where the next page begins; `nil` at the end.
    public let next: Token?
}

/// What became of a withdrawal.
public struct Withdrawal: Sendable, Hashable {
    /// The invoice.
    public let invoice: Token
    /// Whether it was this call that took it back; not, when an earlier one did.
    public let statusChanged: Bool
}
