internal import AsyncHTTPClient
internal import Glibc
internal import NIOConcurrencyHelpers
internal import NIOPosix
internal import NuntiqModel

/// Spools one file, then uploads it.
final class S3BlobWriter: BlobWriter {
    private let tenant: TenantID
    private let store: S3BlobStore
    private let spool = NIOLockedValueBox(BlobSpool())

    init(tenant: TenantID, store: S3BlobStore) {
        self.tenant = tenant
        self.store = store
    }

    func append(_ bytes: [UInt8]) async throws {
        guard spool.withLockedValue({ $0.append(bytes) }) else { return }
        try await store.threads.runIfActive { [self] in
            try spool.withLockedValue { try $0.writeOut(store.spool.makeTemporary) }
        }
    }

    func finish() async throws -> BlobReference {
        let (reference, pending, temporary) = try await store.threads.runIfActive { [self] in
            try spool.withLockedValue { spool in
                defer { spool = BlobSpool() }
                return (try spool.seal(), spool.pending, spool.temporary)
            }
        }
        let answer = try await store.client.send(
            "PUT", key: store.key(.live, tenant, reference.hash), payloadHash: reference.hash.description
        ) { [threads = store.threads] in
            guard let temporary else { return .bytes(pending) }
            let descriptor = try SystemCall.run { dup(temporary.descriptor) }
            let chunks = FileChunks(descriptor: descriptor, range: 0..<reference.size, threads: threads)
            let body = BlobBody(count: reference.size, source: .file(chunks))
            return .stream(body, length: .known(reference.size))
        }
        guard try store.isFound(answer) else { throw BlobError.unavailable(reason: "The bucket does not exist.") }
        return reference
    }

    func abandon() async {
        spool.withLockedValue { $0 = BlobSpool() }
    }
}
