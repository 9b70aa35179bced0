internal import NuntiqModel
internal import NuntiqStore

/// Receives one file part by part into the file store, by the rules that attachments of a submission keep.
///
/// One task feeds it and ends with ``finish()`` or ``abandon()``. Of the file it holds its first kilobyte.
public final class UploadIntake {
    /// A part that is being received.
    private struct Part {
        let name: String
        let fileName: String?
        let contentType: String?
        var head: [UInt8] = []
        var size = 0
    }

    private let tenant: TenantID
    private let blobs: any BlobStore
    private var part: Part?
    private var hasFile = false
    private var writer: (any BlobWriter)?
    private var received: ReceivedUpload?
    private var faults: [FieldFault] = []

    init(tenant: TenantID, blobs: any BlobStore) {
        self.tenant = tenant
        self.blobs = blobs
    }

    /// A part begins; only the first one that is a file is stored.
    public func begin(part name: String, fileName: String?, contentType: String?) async throws {
        guard fileName != nil else {
            return fault(name, "Expected a file, that is a part with a filename.")
        }
        guard !hasFile else { return fault(name, "Expected one file at a time.") }
        hasFile = true
        let kept = FileName.kept(fileName)
        if kept == nil { fault(name, FileName.fault) }
        part = Part(name: name, fileName: kept, contentType: contentType)
        writer = try await blobs.begin(tenant)
    }

    /// More bytes of the part; returns when the file store is ready for more.
    ///
    /// - Throws: ``UploadError/tooLarge(part:)``, or what the file store throws.
    public func append(_ bytes: [UInt8]) async throws {
        guard var part else { return }
        part.size += bytes.count
        if part.head.count < FileKind.headBytes {
            part.head.append(contentsOf: bytes.prefix(FileKind.headBytes - part.head.count))
        }
        self.part = part
        guard part.size <= SubmissionLimits.attachmentBytesMax else { throw UploadError.tooLarge(part: part.name) }
        try await writer?.append(bytes)
    }

    /// The part is over.
    public func end() async throws {
        guard let part else { return }
        self.part = nil
        let kind = FileKind(head: part.head)
        if part.size == 0 {
            fault(part.name, "This file is empty.")
        } else if let name = part.fileName, !FileKind.agrees(kind, withName: name) {
            let found = kind?.name ?? "something else"
            fault(part.name, "The name \(name) says otherwise, but the content is \(found).")
        }
        guard faults.isEmpty, let writer, let name = part.fileName else { return await abandon() }
        self.writer = nil
        received = ReceivedUpload(
            fileName: name, contentType: MediaType.kept(of: kind, named: name, sent: part.contentType),
            file: try await writer.finish())
    }

    /// The body is over.
    ///
    /// - Throws: ``UploadError/invalid(_:)`` with all faults.
    public func finish() throws -> ReceivedUpload {
        if !hasFile, faults.isEmpty { fault("file", "Expected one file.") }
        guard faults.isEmpty, let received else { throw UploadError.invalid(faults) }
        return received
    }

    /// Drops a file that is not whole.
    public func abandon() async {
        await writer?.abandon()
        writer = nil
    }

    private func fault(_ part: String, _ message: String) {
        faults.append(FieldFault(field: part.isEmpty ? "file" : part, message: message))
    }
}
