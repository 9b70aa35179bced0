public import NuntiqModel

/// What is answered to a submission that was taken.
public struct SubmissionAnswer: Sendable, Hashable {
    /// The invoice's token.
    public let invoice: Token
    /// Its number.
    public let invoiceID: Int64
    /// The number of its arrival.
    public let sourceDocumentID: Int64
    /// The workflow that it takes.
    public let workflow: String
    /// The inbox's address.
    public let receivingInbox: String
    /// How the inbox was found.
    public let resolutionPath: String
    /// What was accepted, but perhaps not as meant.
    public let warnings: [SubmissionWarning]
    /// The text of the `Warning` header: visible ASCII and spaces, without quotes; `nil` for none.
    public let warningHeader: String?
    /// Whether this is the answer to an earlier request with the same key.
    public let isReplay: Bool
}

extension SubmissionAnswer {
    /// `data` on the wire.
    public var data: JSONObject {
        var data: JSONObject = [
            "invoice_token": invoice.json, "invoice_id": .number(JSONNumber(invoiceID)),
            "source_document_id": .number(JSONNumber(sourceDocumentID)), "workflow": .string(workflow),
            "effective_workflow": .string(workflow),
            "invoice_status": .number(JSONNumber(Int64(Status.pendingEnrichment.rawValue))),
            "receiving_inbox": .string(receivingInbox), "resolution_path": .string(resolutionPath),
            "pdf_will_be_generated": false,
        ]
        if !warnings.isEmpty { data["warnings"] = .array(warnings.map(\.json)) }
        return data
    }

    /// What the `Warning` header says of these warnings: one line of visible ASCII within its bound.
    static func header(of warnings: [SubmissionWarning]) -> String? {
        let told = warnings.filter(\.isInHeader)
        if told.isEmpty { return nil }
        let text = told.map { "\($0.field): \($0.message)" }.joined(separator: " ")
        let ascii = text.unicodeScalars.compactMap(plain)
        let room = SubmissionLimits.warningHeaderCharactersMax - "299 - \"\"".count
        return String(String.UnicodeScalarView(ascii.prefix(room)))
    }

    /// Quotes and backslashes would end or escape the header's quoted text; what is no ASCII becomes `?`.
    private static func plain(_ scalar: UnicodeScalar) -> UnicodeScalar? {
        switch scalar {
        case "\"", "\\": "'"
        case " "..."~": scalar
        default: scalar.properties.generalCategory == .control ? nil : "?"
        }
    }
}
