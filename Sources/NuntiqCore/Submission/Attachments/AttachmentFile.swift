internal import Crypto
internal import NuntiqModel
public import NuntiqStore

/// A file that came with a submission: what it is known by, and whether it is kept.
public struct AttachmentFile: Sendable, Hashable {
    /// Hash and size.
    public let reference: BlobReference
}

/// Where the bytes of attachments go: into the file store, or, for a dry run, nowhere.
enum AttachmentSink: Sendable {
    case store(any BlobStore, TenantID)
    case nowhere

    func begin() async throws -> any BlobWriter {
        switch self {
        case .store(let blobs, let tenant): try await blobs.begin(tenant)
        case .nowhere: CountingWriter()
        }
    }
}

/// Hashes and counts what a dry run would store.
private actor CountingWriter: BlobWriter {
    private var hash = SHA256()
    private var size: Int64 = 0

    func append(_ bytes: [UInt8]) {
        hash.update(data: bytes)
        size += Int64(bytes.count)
    }

    func finish() throws -> BlobReference {
        guard let hash = BlobHash(bytes: Array(hash.finalize())) else { preconditionFailure("SHA-256 has 32 bytes") }
        return BlobReference(hash: hash, size: size)
    }

    func abandon() {}
}
