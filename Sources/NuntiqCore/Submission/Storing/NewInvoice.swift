internal import NuntiqModel
internal import NuntiqStore

/// Everything that is written of a submission, computed before the transaction.
struct NewInvoice: Sendable {
    /// By what name a repetition is known.
    struct Key: Sendable {
        let text: String
        let hash: BodyHash
    }

    let token: Token
    let principal: Principal
    let submission: Submission
    let route: InboxRoute
    let channel: SubmissionChannel
    let key: Key?
    /// The body as received, when it holds keys that are no fields.
    let original: BlobReference?
    let content: String
    /// A token for each attachment.
    let attachmentTokens: [Token]

    var warnings: [SubmissionWarning] { route.warnings + submission.warnings }

    var workflow: String { submission.workflow.rawValue }

    /// The folded references, as state and events keep them.
    var foldedReferences: [String] { submission.references.map(trimmedFolded) }

    /// A text of the header, or empty.
    func text(_ key: String) -> String {
        switch submission.content.header[key] {
        case .text(let text): text
        case .amount(let amount): amount.description
        case .date(let date): date.description
        case .boolean(let value): String(value)
        case nil: ""
        }
    }

    /// What is needed to give the same answer again.
    var answer: JSONObject {
        JSONObject(present: [
            "inbox": .string(route.address),
            "warnings": warnings.isEmpty ? nil : .array(warnings.map(\.json)),
            "header": SubmissionAnswer.header(of: warnings).map(JSONValue.string),
            "parts": key?.hash.partsJSON,
        ])
    }
}
