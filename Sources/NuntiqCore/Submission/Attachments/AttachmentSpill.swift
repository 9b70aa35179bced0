internal import NuntiqModel

/// Takes the `content` of attachments while the body is read: decodes the base64 and hands the bytes on in order.
///
/// The reader fills it; whoever feeds the reader drains it after each chunk, so that it holds little.
final class AttachmentSpill: JSONSpill {
    /// What is to be done with files, in order.
    enum Operation: Sendable {
        case begin
        case append([UInt8])
        case end
    }

    /// Bytes are handed on once this many have come together.
    private static let batchBytes = 256 << 10

    private(set) var contents: [AttachmentContent] = []
    private var operations: [Operation] = []
    private var decoder = Base64Decoder()
    private var batch: [UInt8] = []
    private var current: AttachmentContent?

    /// What has come since the last call.
    func drain() -> [Operation] {
        defer { operations.removeAll(keepingCapacity: true) }
        return operations
    }

    func begin(at path: JSONPath) {
        guard case .index(let index)? = path.steps.dropLast().last else { return }
        decoder = Base64Decoder()
        current = AttachmentContent(index: index)
        if index < SubmissionLimits.attachmentsMax { operations.append(.begin) }
    }

    func take(_ bytes: UnsafeRawBufferPointer) throws {
        guard let index = current?.index, index < SubmissionLimits.attachmentsMax else { return }
        decoder.decode(bytes, into: &batch)
        try count(atLeast: Self.batchBytes)
    }

    func end() throws -> JSONValue {
        guard let index = current?.index else { return "" }
        if index < SubmissionLimits.attachmentsMax {
            current?.outcome = decoder.finish(into: &batch)
            try count(atLeast: 1)
            operations.append(.end)
        }
        if let content = current { contents.append(content) }
        current = nil
        return ""
    }

    /// Hands the batch on when it is large enough.
    private func count(atLeast bytes: Int) throws {
        guard batch.count >= bytes, var content = current else { return }
        if content.head.count < FileKind.headBytes {
            content.head.append(contentsOf: batch.prefix(FileKind.headBytes - content.head.count))
        }
        content.size += batch.count
        current = content
        guard content.size <= SubmissionLimits.attachmentBytesMax else {
            throw SubmissionError.attachmentTooLarge(index: content.index)
        }
        operations.append(.append(batch))
        batch.removeAll(keepingCapacity: true)
    }
}

/// What came as the `content` of one attachment.
struct AttachmentContent: Sendable {
    /// Its place in `attachments`.
    let index: Int
    /// How the base64 ended.
    var outcome = Base64Decoder.Outcome.whole
    /// The first bytes.
    var head: [UInt8] = []
    /// The number of bytes.
    var size = 0
    /// The file that was made of it; `nil` when none was.
    var file: AttachmentFile?
}
