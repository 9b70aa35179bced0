internal import Crypto
public import NuntiqModel

/// A lifecycle message as a client or person writes it.
public struct NewLifecycleMessage: Sendable, Hashable {
    /// What kind of thing a message refers to; the raw value is the word on the wire.
    public enum ReferenceType: String, Sendable, Hashable, CaseIterable {
        case purchaseOrder = "PO_NUMBER"
        case payment = "PAYMENT_REF"
        case creditNote = "CREDIT_NOTE"
        case other = "OTHER"
    }

    /// How far from now a message may say that it happened.
    public static let occurrenceMax = Duration.seconds(30 * 86_400)
    /// The length of each note in characters.
    public static let noteCharactersMax = 4_000

    /// What it says.
    public let code: LifecycleCode
    /// When it happened; `nil` for now.
    public var occurredAt: Instant?
    /// Who is shown as its author; `nil` for the caller's name.
    public var actorName: String?
    /// A tenant's code for why.
    public var clarificationCode: String?
    /// A note that suppliers never see.
    public var noteInternal: String?
    /// A note for the supplier.
    public var noteSupplier: String?
    /// What kind of thing it refers to.
    public var referenceType: ReferenceType?
    /// What it refers to.
    public var referenceValue: String?

    /// A message that says its code and nothing else.
    public init(_ code: LifecycleCode) {
        self.code = code
    }
}

/// Which invoice a message is for.
public enum LifecycleTarget: Sendable, Hashable {
    /// The one with this token.
    case invoice(Token)
    /// The one that this supplier gave this number.
    case reference(invoiceNumber: String, supplierCode: String)
}

extension NewLifecycleMessage {
    /// Its words, as its event keeps them.
    var words: JSONObject {
        JSONObject(present: [
            "clarification_code": clarificationCode.map(JSONValue.string),
            "note_internal": noteInternal.map(JSONValue.string),
            "note_supplier": noteSupplier.map(JSONValue.string),
            "reference_type": referenceType.map { .string($0.rawValue) },
            "reference_value": referenceValue.map(JSONValue.string),
        ])
    }

    /// Why, for who sees what waits for the end of a lease.
    var reason: String { noteSupplier ?? noteInternal ?? clarificationCode ?? code.label }

    /// Alike for requests that ask for the same.
    func hash(for target: LifecycleTarget) -> [UInt8] {
        var request = words
        request["code"] = .string(code.rawValue)
        request["occurred_at"] = occurredAt?.json
        request["actor_display_name"] = actorName.map(JSONValue.string)
        switch target {
        case .invoice(let token):
            request["invoice_token"] = token.json
        case .reference(let number, let supplier):
            request["invoice_number"] = .string(number)
            request["supplier_code"] = .string(supplier)
        }
        return Array(SHA256.hash(data: JSONValue.object(request).serializedBytes()))
    }
}
