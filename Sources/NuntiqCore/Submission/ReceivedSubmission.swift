internal import NuntiqModel
internal import NuntiqStore

/// A body that is whole: its JSON, and its attachments in the file store.
public struct ReceivedSubmission: Sendable {
    /// The JSON; the content of attachments stands in it as an empty text.
    let body: JSONObject
    /// What came as content, by place in `attachments`.
    let contents: [Int: AttachmentContent]

    /// Joins what came twice for one attachment; two unlike contents are a fault.
    init(body: JSONObject, contents received: [AttachmentContent]) throws(SubmissionError) {
        var contents: [Int: AttachmentContent] = [:]
        for content in received {
            if let first = contents[content.index], first.file != content.file || first.outcome != content.outcome {
                let field = "attachments[\(content.index)].content"
                throw .invalid([FieldFault(field: field, message: "The same key stands twice with different values.")])
            }
            contents[content.index] = content
        }
        self.body = body
        self.contents = contents
    }

    /// The text of a top-level key, if it is one.
    func text(_ key: String) -> String? {
        body[key]?.string
    }

    /// The uploads that its attachments name.
    var documentTokens: Set<Token> {
        let attachments = body["attachments"]?.array ?? []
        return Set(
            attachments.prefix(SubmissionLimits.attachmentsMax).compactMap { attachment in
                attachment["document_token"]?.string.flatMap { Token($0) }
            })
    }

    /// The JSON with each content replaced by its hash and size: what is hashed, and kept as the original.
    var described: JSONObject {
        guard case .array(var attachments)? = body["attachments"], !contents.isEmpty else { return body }
        for (index, content) in contents {
            guard index < attachments.count, case .object(var attachment) = attachments[index] else { continue }
            attachment["content"] = .object(
                JSONObject(present: [
                    "sha256": (content.file?.reference.hash.description).map(JSONValue.string),
                    "size": .number(JSONNumber(Int64(content.size))),
                ]))
            attachments[index] = .object(attachment)
        }
        var described = body
        described["attachments"] = .array(attachments)
        return described
    }
}
