internal import NIOConcurrencyHelpers
internal import NIOPosix
internal import NuntiqModel

/// Puts one file into a ``BlobFolder``; a small one costs a single visit to the file threads.
final class FolderBlobWriter: BlobWriter {
    private let tenant: TenantID
    private let folder: BlobFolder
    private let threads: NIOThreadPool
    private let spool = NIOLockedValueBox(BlobSpool())

    init(tenant: TenantID, folder: BlobFolder, threads: NIOThreadPool) {
        self.tenant = tenant
        self.folder = folder
        self.threads = threads
    }

    func append(_ bytes: [UInt8]) async throws {
        guard spool.withLockedValue({ $0.append(bytes) }) else { return }
        try await threads.runIfActive { [self] in
            try spool.withLockedValue { try $0.writeOut(folder.makeTemporary) }
        }
    }

    func finish() async throws -> BlobReference {
        try await threads.runIfActive { [self] in
            try spool.withLockedValue { spool in
                defer { spool = BlobSpool() }
                return try store(&spool)
            }
        }
    }

    func abandon() async {
        spool.withLockedValue { $0 = BlobSpool() }
    }

    private func store(_ spool: inout BlobSpool) throws -> BlobReference {
        let reference = try spool.seal()
        guard try !folder.touch(tenant, reference) else { return reference }
        let temporary = try spool.temporary ?? folder.makeTemporary()
        try temporary.write(spool.pending)
        try folder.keep(temporary, as: reference.hash, of: tenant)
        return reference
    }
}
