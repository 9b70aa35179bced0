internal import NIOPosix
public import NuntiqModel

/// Files in a folder: `<root>/<tenant>/ab/cd…`, garbage on its last day under `<root>/aside`, unfinished ones under
/// `<root>/temporary`.
///
/// A put writes to a temporary file in the same file system, hashes while writing, flushes, renames and flushes the
/// folder, so a crash leaves temporary files and nothing else. Times are set by the environment's clock.
public struct FolderBlobStore: BlobStore {
    private static let threadCount = 16

    let folder: BlobFolder
    private let threads: NIOThreadPool

    /// Opens a store, making the folder when it is missing.
    /// - Throws: ``BlobError/unavailable(reason:)`` when the folder cannot be written.
    public static func open(root: String, environment: RuntimeEnvironment) async throws -> FolderBlobStore {
        let threads = NIOThreadPool(numberOfThreads: threadCount)
        threads.start()
        let store = FolderBlobStore(folder: BlobFolder(root: root, environment: environment), threads: threads)
        do {
            try await threads.runIfActive { try store.folder.prepare() }
        } catch {
            try await threads.shutdownGracefully()
            throw error
        }
        return store
    }

    /// Starts a new file.
    public func begin(_ tenant: TenantID) async throws -> any BlobWriter {
        FolderBlobWriter(tenant: tenant, folder: folder, threads: threads)
    }

    /// The file's length.
    public func size(_ tenant: TenantID, _ hash: BlobHash) async throws -> Int64? {
        try await threads.runIfActive { try folder.size(tenant, hash) }
    }

    /// The file's bytes.
    public func open(_ tenant: TenantID, _ hash: BlobHash, range: Range<Int64>?) async throws -> BlobBody {
        let (descriptor, size) = try await threads.runIfActive { try folder.open(tenant, hash) }
        let range = (range ?? 0..<size).clamped(to: 0..<size)
        let chunks = FileChunks(descriptor: descriptor, range: range, threads: threads)
        return BlobBody(count: Int64(range.count), source: .file(chunks))
    }

    /// Files in the order of tenant (as text) and hash.
    public func list(_ shelf: BlobShelf, after cursor: String?, limit: Int) async throws -> [BlobEntry] {
        try await threads.runIfActive { try folder.list(shelf, after: cursor, limit: limit) }
    }

    /// Moves a file to the other shelf.
    public func move(_ tenant: TenantID, _ hash: BlobHash, to shelf: BlobShelf) async throws {
        try await threads.runIfActive { try folder.move(tenant, hash, to: shelf) }
    }

    /// Destroys a file that was set aside.
    public func destroy(_ tenant: TenantID, _ hash: BlobHash) async throws {
        try await threads.runIfActive { try folder.destroy(tenant, hash) }
    }

    /// Removes temporary files that a crash left behind more than `age` ago.
    public func removeUnfinished(olderThan age: Duration) async throws {
        try await threads.runIfActive { try folder.removeUnfinished(olderThan: age) }
    }

    /// Ends the file threads.
    public func close() async throws {
        try await threads.shutdownGracefully()
    }
}
