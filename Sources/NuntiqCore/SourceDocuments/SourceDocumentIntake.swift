internal import NuntiqModel
internal import NuntiqStore

/// Receives the files of an upload part by part into the file store, and unpacks archives.
///
/// One task feeds it and ends with ``finish()`` or ``abandon()``. Of a file it holds its first kilobyte; an archive is
/// read whole, which the bound of files keeps to 50 MiB.
public final class SourceDocumentIntake {
    private struct Part {
        let name: String
        let fileName: String?
        let contentType: String?
        var head: [UInt8] = []
        var size = 0
    }

    /// The most files of an upload; an archive counts as one.
    public static let filesMax = 20
    private static let textBytesMax = 1_000

    private let tenant: TenantID
    private let blobs: any BlobStore
    private var part: Part?
    private var writer: (any BlobWriter)?
    private var texts: [String: String] = [:]
    private var received: [ReceivedDocument] = []
    private var files = 0
    /// What the archives of this upload hold, unpacked: the bound is over all of them, however they are nested.
    private var unpackedBytes = 0
    private var faults: [FieldFault] = []

    init(tenant: TenantID, blobs: any BlobStore) {
        (self.tenant, self.blobs) = (tenant, blobs)
    }

    /// A part begins: a file, or a text beside the files.
    public func begin(part name: String, fileName: String?, contentType: String?) async throws {
        part = Part(name: name, fileName: fileName.map { FileName.kept($0) ?? "" }, contentType: contentType)
        guard let kept = part?.fileName else { return }
        files += 1
        if files == Self.filesMax + 1 { fault("files", "At most \(Self.filesMax) files are taken.") }
        if kept.isEmpty { fault(name, FileName.fault) }
        if files <= Self.filesMax { writer = try await blobs.begin(tenant) }
    }

    /// More bytes of the part; returns when the file store is ready for more.
    ///
    /// - Throws: ``UploadError/tooLarge(part:)``, or what the file store throws.
    public func append(_ bytes: [UInt8]) async throws {
        guard var part else { return }
        part.size += bytes.count
        let headMax = part.fileName == nil ? Self.textBytesMax : FileKind.headBytes
        if part.head.count < headMax { part.head.append(contentsOf: bytes.prefix(headMax - part.head.count)) }
        self.part = part
        guard part.size <= SubmissionLimits.attachmentBytesMax else { throw UploadError.tooLarge(part: part.name) }
        try await writer?.append(bytes)
    }

    /// The part is over.
    public func end() async throws {
        guard let part else { return }
        self.part = nil
        guard let fileName = part.fileName else { return keepText(part) }
        guard let writer else { return }
        self.writer = nil
        guard part.size > 0 else {
            await writer.abandon()
            return fault(label(fileName), "This file is empty.")
        }
        let file = try await writer.finish()
        let kind = FileKind(head: part.head)
        guard FileKind.agrees(kind, withName: fileName) else {
            return fault(
                label(fileName), "The name says otherwise, but the content is \(kind?.name ?? "something else").")
        }
        let document = ReceivedDocument(
            fileName: fileName, contentType: MediaType.kept(of: kind, named: fileName, sent: part.contentType),
            file: file, parent: nil)
        if kind == .zip {
            try await unpack(document, depth: 1)
        } else if ReceivedDocument.isDocument(kind, fileName) {
            received.append(document)
        } else {
            fault(label(fileName), ReceivedDocument.kinds)
        }
    }

    /// The body is over.
    ///
    /// - Throws: ``UploadError/invalid(_:)`` with all faults.
    public func finish() throws -> ReceivedDocuments {
        if files == 0, faults.isEmpty { fault("files", "Expected at least one file.") }
        guard faults.isEmpty else { throw UploadError.invalid(faults) }
        return ReceivedDocuments(
            documents: received, files: files, receivingInbox: texts["receiving_inbox"] ?? "",
            supplierCode: texts["supplier_code"] ?? "", companyCode: texts["company_code"] ?? "")
    }

    /// Drops a file that is not whole.
    public func abandon() async {
        await writer?.abandon()
        writer = nil
    }

    private func keepText(_ part: Part) {
        guard ["receiving_inbox", "supplier_code", "company_code"].contains(part.name) else { return }
        let text = String(validating: part.head, as: UTF8.self).map { trimmed(normalized($0)) }
        guard let text, part.size <= Self.textBytesMax, text.unicodeScalars.count <= 255, !text.utf8.contains(0) else {
            return fault(part.name, "Expected a text of at most 255 characters.")
        }
        texts[part.name] = text
    }

    /// Stores each document of an archive; an archive within an archive is unpacked, one within that is not.
    private func unpack(_ archive: ReceivedDocument, depth: Int) async throws {
        let place = label(archive.fileName)
        let before = received.count
        do {
            var limits = ZipLimits.standard
            limits.totalBytes -= unpackedBytes
            let zip = try ZipArchive(try await blobs.bytes(tenant, archive.file.hash), limits: limits)
            unpackedBytes += zip.entries.reduce(0) { $0 + $1.size }
            for entry in zip.entries {
                guard received.count < ZipLimits.standard.entries else {
                    throw ZipError.tooMuch("more than \(ZipLimits.standard.entries) documents")
                }
                try await store(entry, of: zip, from: archive, depth: depth)
            }
        } catch let error as ZipError {
            return fault(place, error.message)
        }
        if depth == 1, received.count == before {
            fault(place, "There is no document in it. \(ReceivedDocument.kinds)")
        }
    }

    private func store(
        _ entry: ZipArchive.Entry, of zip: ZipArchive, from archive: ReceivedDocument, depth: Int
    ) async throws {
        guard let name = FileName.kept(entry.name), entry.size > 0 else { return }
        let reader = try ZipEntryReader(entry, of: zip)
        let writer = try await blobs.begin(tenant)
        var head: [UInt8] = []
        do {
            while let chunk = try reader.next() {
                if head.count < FileKind.headBytes { head += chunk.prefix(FileKind.headBytes - head.count) }
                try await writer.append(chunk)
            }
        } catch {
            await writer.abandon()
            throw error
        }
        let kind = FileKind(head: head)
        let isArchive = kind == .zip && FileKind.agrees(kind, withName: name) && name.lowercased().hasSuffix(".zip")
        guard FileKind.agrees(kind, withName: name), isArchive || ReceivedDocument.isDocument(kind, name) else {
            return await writer.abandon()
        }
        let document = ReceivedDocument(
            fileName: name, contentType: MediaType.kept(of: kind, named: name, sent: nil),
            file: try await writer.finish(), parent: isArchive ? nil : archive.asParent)
        guard isArchive else { return received.append(document) }
        guard depth == 1 else { throw ZipError.tooMuch("archives are nested deeper than 2") }
        try await unpack(document, depth: depth + 1)
    }

    private func label(_ fileName: String) -> String { fileName.isEmpty ? "files" : fileName }

    private func fault(_ field: String, _ message: String) {
        faults.append(FieldFault(field: field.isEmpty ? "files" : field, message: message))
    }
}
