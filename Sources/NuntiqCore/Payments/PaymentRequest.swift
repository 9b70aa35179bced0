public import NuntiqModel

/// Payments as they were sent: one, or several of which each is taken or refused by itself.
public struct PaymentRequest: Sendable {
    /// One payment, or why it cannot be read.
    struct Sent: Sendable {
        let input: MasterInput
        /// Whether the lines that were sent take the place of those that are there.
        let replacesLines: Bool
        var faults: [FieldFault]
    }

    let payments: [Sent]
    /// Whether an array was sent, and is answered as one.
    public let isArray: Bool

    /// What each is called by its sender, in their order.
    public var externalIDs: [String?] { payments.map { $0.input["external_payment_id"] } }

    /// Reads a body: one payment, an array, or `{data: […]}`.
    ///
    /// - Throws: ``PaymentError/invalid(_:)`` when it is none of them, or has more than 1 000 payments.
    public init(_ body: JSONValue) throws(PaymentError) {
        let data = body.object?["data"]
        guard let elements = (data ?? body).array else {
            guard data == nil, body.object != nil else {
                let message = "Expected a payment or an array of payments, found \((data ?? body).kindName)."
                throw .invalid([FieldFault(field: data == nil ? "" : "data", message: message)])
            }
            (payments, isArray) = ([Self.read(body, at: JSONPath())], false)
            return
        }
        guard (1...MasterRequest.rowsMax).contains(elements.count) else {
            let message = "Expected 1 to \(MasterRequest.rowsMax) payments."
            throw .invalid([FieldFault(field: data == nil ? "" : "data", message: message)])
        }
        let path = data == nil ? JSONPath() : JSONPath().appending("data")
        payments = elements.enumerated().map { Self.read($1, at: path.appending($0)) }
        isArray = true
    }

    private static func read(_ value: JSONValue, at path: JSONPath) -> Sent {
        var reader = MasterReader(PaymentShape.payment)
        var object = value.object
        var replaces = true
        if let sent = object?["replace_lines"], !sent.isNull {
            if sent.bool == nil { reader.fault(path.appending("replace_lines"), "Expected true or false.") }
            replaces = sent.bool ?? true
        }
        object?["replace_lines"] = nil
        var input = reader.row(object.map(JSONValue.object) ?? value, at: path)
        for name in ["currency"] {
            guard let code = input[name].map({ trimmed($0).uppercased() }) else { continue }
            if Currency(code) == nil { reader.fault(path.appending(name), "Expected a currency code of ISO 4217.") }
            input.values[name] = code
        }
        let lines = input.children["lines"] ?? []
        var seen: Set<String> = []
        for (index, line) in lines.enumerated() {
            guard let invoice = line["invoice_token"], !seen.insert(invoice.lowercased()).inserted else { continue }
            reader.fault(path.appending("lines").appending(index), "An earlier line has the same invoice_token.")
        }
        return Sent(input: input, replacesLines: replaces, faults: reader.faults)
    }
}

/// Why payments were not taken.
public enum PaymentError: UserFacingError, Hashable {
    /// Values are at fault; all of them are listed.
    case invalid([FieldFault])
    /// A line names an invoice that the tenant does not have.
    case unknownInvoice(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .unknownInvoice: "unknown_invoice_token"
        }
    }

    /// What is wrong; the words about invoices are the public contract's.
    public var message: String {
        switch self {
        case .invalid(let faults):
            faults.map { $0.field.isEmpty ? $0.message : "\($0.field): \($0.message)" }.joined(separator: " ")
        case .unknownInvoice(let token): "unknown invoice_token: \(token)"
        }
    }

    /// Nothing was stored of it.
    public var hint: String { "" }

    /// The values at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .unknownInvoice: []
        }
    }
}

/// What became of one payment.
public enum PaymentOutcome: Sendable, Hashable {
    /// It is stored under this id.
    case stored(Token)
    /// It is not.
    case refused(PaymentError)
}
