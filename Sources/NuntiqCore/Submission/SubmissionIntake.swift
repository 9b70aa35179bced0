public import NuntiqModel
public import NuntiqStore

/// Receives the body of a submission chunk by chunk: the JSON into memory, attachments into the file store.
///
/// One task feeds it and ends with ``finish()`` or ``abandon()``. Memory is bounded by the structured JSON and half a
/// megabyte for attachments, whatever their size.
public final class SubmissionIntake {
    private let sink: AttachmentSink
    private let spill = AttachmentSpill()
    private var reader: JSONReader
    private var writer: (any BlobWriter)?
    private var files: [AttachmentFile?] = []

    /// Receives for `tenant`; without `blobs` (a dry run) attachments are checked and forgotten.
    public init(tenant: TenantID, blobs: (any BlobStore)?) {
        sink = blobs.map { .store($0, tenant) } ?? .nowhere
        let limits = JSONLimits(totalBytes: SubmissionLimits.structuredBytesMax)
        reader = JSONReader(limits: limits, spilling: JSONPathPattern("attachments[].content"), to: spill)
    }

    /// Takes the next bytes of the body; returns when it is ready for more.
    ///
    /// - Throws: ``SubmissionError``, or what the file store throws.
    public func feed(_ bytes: UnsafeRawBufferPointer) throws {
        do {
            try reader.feed(bytes)
        } catch let error as JSONError {
            throw SubmissionError(error)
        }
    }

    /// Writes what the last ``feed(_:)`` brought of attachments; call it after each.
    public func store() async throws {
        for operation in spill.drain() {
            switch operation {
            case .begin: writer = try await sink.begin()
            case .append(let bytes): try await writer?.append(bytes)
            case .end: try await endFile()
            }
        }
    }

    /// Ends the body.
    ///
    /// - Throws: ``SubmissionError`` when it is no whole JSON object.
    public func finish() async throws -> ReceivedSubmission {
        do {
            let value = try reader.finish()
            try await store()
            guard let body = value.object else {
                let message = "The body must be a JSON object, but it is \(value.kindName)."
                throw SubmissionError.invalid([FieldFault(field: "", message: message)])
            }
            return try ReceivedSubmission(body: body, contents: contents())
        } catch let error as JSONError {
            throw SubmissionError(error)
        }
    }

    /// Drops a file that is not whole; call it when feeding has failed.
    public func abandon() async {
        await writer?.abandon()
        writer = nil
    }

    private func endFile() async throws {
        guard let writer else { return }
        self.writer = nil
        let content = spill.contents[files.count]
        if content.outcome == .whole, content.size > 0 {
            files.append(AttachmentFile(reference: try await writer.finish()))
        } else {
            await writer.abandon()
            files.append(nil)
        }
    }

    private func contents() -> [AttachmentContent] {
        spill.contents.enumerated().map { place, content in
            var content = content
            content.file = place < files.count ? files[place] : nil
            return content
        }
    }
}
