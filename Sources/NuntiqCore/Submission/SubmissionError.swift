public import NuntiqModel

/// Why a submission was not taken.
public enum SubmissionError: UserFacingError, Hashable {
    /// Fields are at fault; all of them are listed.
    case invalid([FieldFault])
    /// The body is no JSON.
    case malformed(JSONError)
    /// The JSON without its attachments is too large.
    case tooLarge
    /// An attachment is larger than 50 MiB; the index and the limit are told.
    case attachmentTooLarge(index: Int)
    /// The tenant has no default inbox and no other matched.
    case noDefaultInbox
    /// The first request with this key has not ended within ten seconds.
    case keyInFlight
    /// The key was used within 24 hours for another body.
    case keyReused(KeyReuse)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .malformed: "malformed_json"
        case .tooLarge: "body_too_large"
        case .attachmentTooLarge: "attachment_too_large"
        case .noDefaultInbox: "no_default_inbox"
        case .keyInFlight: "idempotency_in_flight"
        case .keyReused: "idempotency_key_reused"
        }
    }

    /// What is wrong, and where.
    public var message: String {
        switch self {
        case .invalid(let faults) where faults.count == 1: "1 field is at fault: \(Self.summary(of: faults))"
        case .invalid(let faults): "\(faults.count) fields are at fault: \(Self.summary(of: faults))"
        case .malformed(let error): error.description
        case .tooLarge:
            "The invoice without its attachments is larger than \(SubmissionLimits.structuredBytesMax >> 20) MiB."
        case .attachmentTooLarge(let index):
            "attachments[\(index)] is larger than \(SubmissionLimits.attachmentBytesMax >> 20) MiB."
        case .noDefaultInbox: "No receiving inbox matched, and this customer has no default inbox."
        case .keyInFlight: "The first request with this Idempotency-Key has not been answered yet."
        case .keyReused(let reuse): "This Idempotency-Key was used for another body: \(reuse.difference)."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Nothing was stored; correct them and send again."
        case .malformed: ""
        case .tooLarge: "Split the invoice."
        case .attachmentTooLarge: "Send a smaller file."
        case .noDefaultInbox: "Ask the customer which receiving_inbox to use."
        case .keyInFlight: "Send the same request again after the time in Retry-After."
        case .keyReused(let reuse) where reuse.isNewKeySafe:
            "The first invoice was rejected or withdrawn, so you may send this one with a new key."
        case .keyReused: "The first invoice stands; use a new key only for another invoice."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .attachmentTooLarge(let index): [FieldFault(field: "attachments[\(index)].content", message: message)]
        case .malformed, .tooLarge, .noDefaultInbox, .keyInFlight, .keyReused: []
        }
    }

    private static func summary(of faults: [FieldFault]) -> String {
        let named = faults.prefix(5).map(\.field).joined(separator: ", ")
        return named + (faults.count > 5 ? ", …" : ".")
    }

    /// What an error of the JSON layer means here: broken text, a field at fault, or too much.
    init(_ error: JSONError) {
        switch error.kind {
        case .unexpectedEnd, .unexpectedByte, .invalidUTF8, .invalidEscape, .invalidNumber: self = .malformed(error)
        case .tooLarge: self = .tooLarge
        case .loneSurrogate, .nullCharacter, .duplicateKey, .tooDeep, .tooLong, .tooMany:
            let message = "\(error.message) (byte \(error.offset))."
            self = .invalid([FieldFault(field: error.path.description, message: message)])
        }
    }
}

/// What is told about a key that comes again with another body.
public struct KeyReuse: Sendable, Hashable {
    /// The top-level parts of the body that differ from the first one's.
    public let differingParts: [String]
    /// The invoice that the first request made.
    public let firstInvoice: Token
    /// Whether that invoice is rejected or withdrawn, so that a new key cannot double it.
    public let isNewKeySafe: Bool

    var difference: String {
        "\(differingParts.joined(separator: ", ")) differ\(differingParts.count == 1 ? "s" : "")"
    }
}
