public import NuntiqModel

/// Why a lifecycle message is not written.
public enum LifecycleError: UserFacingError, Hashable {
    /// There is no such invoice in this tenant.
    case invoiceNotFound
    /// No invoice has this number of this supplier.
    case referenceUnknown(invoiceNumber: String, supplierCode: String)
    /// Several invoices have this number of this supplier.
    case referenceAmbiguous([Token])
    /// The order of messages forbids it.
    case outOfOrder(LifecycleBreach)
    /// It is said to have happened too far from now.
    case occurredTooFar
    /// The tenant wants a clarification code with this message.
    case clarificationMissing(LifecycleCode)
    /// The key came before with another message.
    case idempotencyKeyReused

    /// Public API: never renamed, never reused.
    public var code: String {
        switch self {
        case .invoiceNotFound, .referenceUnknown: "invoice_not_found"
        case .referenceAmbiguous: "reference_ambiguous"
        case .outOfOrder: "message_out_of_order"
        case .occurredTooFar, .clarificationMissing: "validation_failed"
        case .idempotencyKeyReused: "idempotency_key_reused"
        }
    }

    /// What is the case.
    public var message: String {
        switch self {
        case .invoiceNotFound: "There is no invoice with this token."
        case .referenceUnknown(let number, let supplier):
            "There is no invoice with the number \(number) of the supplier \(supplier)."
        case .referenceAmbiguous(let tokens): "\(tokens.count) invoices have this number of this supplier."
        case .outOfOrder(let breach): breach.message
        case .occurredTooFar, .clarificationMissing:
            details.map { "\($0.field): \($0.message)" }.joined(separator: " ")
        case .idempotencyKeyReused: "This idempotency key came before with another message."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invoiceNotFound: "Check the token and that the key belongs to the tenant of the invoice."
        case .referenceUnknown: "Check both, as they stand on the invoice."
        case .referenceAmbiguous: "Send the message to the token of the one that is meant."
        case .outOfOrder(let breach): "Now may follow: \(breach.mayFollow.map(\.rawValue).joined(separator: ", "))."
        case .occurredTooFar, .clarificationMissing: ""
        case .idempotencyKeyReused: "Use a new key for a new message."
        }
    }

    /// The field at fault.
    public var details: [FieldFault] {
        switch self {
        case .occurredTooFar: [FieldFault(field: "occurred_at", message: "Expected a time within 30 days of now.")]
        case .clarificationMissing(let code):
            [FieldFault(field: "clarification_code", message: "\(code.rawValue) needs one here.")]
        case .invoiceNotFound, .referenceUnknown, .referenceAmbiguous, .outOfOrder, .idempotencyKeyReused: []
        }
    }
}
