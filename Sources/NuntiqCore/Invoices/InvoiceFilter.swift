public import NuntiqModel

/// Which invoices a list shows.
public struct InvoiceFilter: Sendable, Hashable {
    /// Only these statuses, as they are now; `nil` for all.
    public var statuses: Set<Status>?
    /// Only what changed at or after this moment.
    public var since: Instant?
    /// Only of this supplier.
    public var supplierNumber: String?
    /// Only with this number, as ``numberKey(_:)`` makes it.
    public var invoiceNumber: String?
    /// `ext_reference_1…5`, folded; empty where it does not matter.
    public var references: [String]

    /// The form in which numbers are compared: without regard to case and white space around it.
    public static func numberKey(_ number: String) -> String {
        String(String.UnicodeScalarView(trimmedFolded(number).unicodeScalars.prefix(200)))
    }

    /// A filter that lets everything through.
    public init() {
        references = ["", "", "", "", ""]
    }
}

/// Which part of a list is shown.
public enum ListPart: Sendable, Hashable {
    /// A page by its number, from 1.
    case page(Int)
    /// What comes after an invoice, or the beginning; `count` is what the beginning counted.
    case after(Token?, count: Int64?)
}

/// One part of a list.
public struct InvoiceList: Sendable, Hashable {
    /// The invoices, newest first.
    public let items: [InvoiceSummary]
    /// How many the filter lets through.
    public let count: Int64
    /// Where the next part begins; `nil` at the end.
    public let next: Token?
}

/// An invoice in a list.
public struct InvoiceSummary: Sendable, Hashable {
    /// The public handle.
    public let token: Token
    /// The number within the installation.
    public let id: Int64
    /// The status as it is now.
    public let status: Status
    /// Grows with each change.
    public let version: Int64
    /// The supplier's number for it.
    public let number: String
    /// Who sent it, by the customer's number.
    public let supplierNumber: String
    /// The gross amount as received, or empty.
    public let grossAmount: String
    /// ISO 4217, or empty.
    public let currencyCode: String
    /// `ext_reference_1…5` as sent; empty where there is none.
    public let references: [String]
    /// When it came in.
    public let createdAt: Instant
    /// When it changed last.
    public let updatedAt: Instant
}
