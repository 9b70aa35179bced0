public import NuntiqModel

/// Why a supplier's question about an invoice, or its withdrawal, is refused.
public enum SupplierInvoiceError: UserFacingError, Hashable {
    /// This account has sent no such invoice; whether another has is not told.
    case notFound
    /// It is too far on to be taken back.
    case notWithdrawable(SupplierStatus)

    /// Public API: never renamed, never reused.
    public var code: String {
        switch self {
        case .notFound: "invoice_not_found"
        case .notWithdrawable: "not_withdrawable"
        }
    }

    /// What is the case.
    public var message: String {
        switch self {
        case .notFound: "This account has sent no invoice with this token."
        case .notWithdrawable(let status): "The invoice is \(status.label); it cannot be withdrawn any more."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .notFound: "Check the token and that the key belongs to the account that sent the invoice."
        case .notWithdrawable(.rejected), .notWithdrawable(.withdrawn): "Nothing is left to do."
        case .notWithdrawable: "Ask the customer, or send a credit note."
        }
    }
}
