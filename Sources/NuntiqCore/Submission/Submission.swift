public import NuntiqModel

/// What was submitted, checked and typed.
public struct Submission: Sendable, Hashable {
    /// The invoice, with what could be derived.
    public let content: InvoiceContent
    /// What is to be done with it.
    public let workflow: Workflow
    /// `ext_reference_1…5` as sent; empty where there is none.
    public let references: [String]
    /// The files that are kept.
    public let attachments: [SubmittedAttachment]
    /// What was accepted but needs a word.
    public let warnings: [SubmissionWarning]
    /// Whether keys came that are no fields, so that the original is kept too.
    public var hasUnknownKeys: Bool { !content.unknown.isEmpty }
}

/// A file of a submission, in the file store already.
public struct SubmittedAttachment: Sendable, Hashable {
    /// Whether it is the primary document.
    public let isImage: Bool
    /// The supplier's name for it.
    public let fileName: String
    /// Its media type: by its content where that is known, else as sent.
    public let contentType: String
    /// The file; `nil` in a dry run, which stores none.
    public let file: AttachmentFile
}

/// Something that was accepted, but perhaps not as meant.
public struct SubmissionWarning: Sendable, Hashable {
    /// The path as it was sent.
    public let field: String
    /// What became of it.
    public let message: String
    /// Whether the `Warning` header says it too, because it was not taken as sent.
    public let isInHeader: Bool

    init(_ field: String, _ message: String, isInHeader: Bool = false) {
        self.field = field
        self.message = message
        self.isInHeader = isInHeader
    }
}

extension SubmissionWarning: JSONConvertible {
    /// `{"field", "message"}`.
    public var json: JSONValue {
        ["field": .string(field), "message": .string(message)]
    }

    /// Reads what was answered before.
    public init(json: JSONValue) throws {
        guard let field = json["field"]?.string, let message = json["message"]?.string else {
            throw JSONMismatch(expected: "a warning", found: json)
        }
        self.init(field, message)
    }
}
