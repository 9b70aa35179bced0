internal import NIOCore
public import NuntiqModel

/// Files by tenant and content: what is put twice is kept once, and no tenant sees another's.
///
/// A file is on disk when ``BlobWriter/finish()`` answers, and is put before the transaction that names it
/// (``BlobRows``), so a row without a file cannot exist; a file without a row is garbage, which ``BlobSweep`` finds.
/// Garbage is first set aside and destroyed only a day later: a transaction that named it meanwhile loses nothing, as
/// reads look there too.
public protocol BlobStore: Sendable {
    /// Starts a new file; its bytes come in order by ``BlobWriter/append(_:)``.
    func begin(_ tenant: TenantID) async throws -> any BlobWriter

    /// How long the file is, or `nil` when there is none.
    func size(_ tenant: TenantID, _ hash: BlobHash) async throws -> Int64?

    /// The bytes of a file, or those in `range`, which is cut to the file's end.
    /// - Throws: ``BlobError/missing(_:)``, ``BlobError/unavailable(reason:)``.
    func open(_ tenant: TenantID, _ hash: BlobHash, range: Range<Int64>?) async throws -> BlobBody

    /// At most `limit` files on `shelf` after `cursor` in an order of the store's own; fewer only at the end.
    func list(_ shelf: BlobShelf, after cursor: String?, limit: Int) async throws -> [BlobEntry]

    /// Moves a file from one shelf to the other; nothing when it is not there.
    func move(_ tenant: TenantID, _ hash: BlobHash, to shelf: BlobShelf) async throws

    /// Destroys a file that was set aside; nothing when it is not there.
    func destroy(_ tenant: TenantID, _ hash: BlobHash) async throws

    /// Removes what puts that never finished left behind more than `age` ago.
    func removeUnfinished(olderThan age: Duration) async throws

    /// Gives back connections and threads; no call may follow.
    func close() async throws
}

extension BlobStore {
    /// Puts a file that is in memory.
    public func put(_ tenant: TenantID, _ bytes: [UInt8]) async throws -> BlobReference {
        let writer = try await begin(tenant)
        try await writer.append(bytes)
        return try await writer.finish()
    }

    /// All bytes of a file.
    /// - Throws: also when the file is longer than `limit`.
    public func bytes(_ tenant: TenantID, _ hash: BlobHash, limit: Int = 64 << 20) async throws -> [UInt8] {
        let body = try await open(tenant, hash, range: nil)
        guard body.count <= limit else {
            throw BlobError.unavailable(reason: "The file is longer than \(limit) bytes.")
        }
        var all: [UInt8] = []
        for try await chunk in body { all.append(contentsOf: chunk.readableBytesView) }
        return all
    }
}

/// A file that is being put; one task at a time uses it, and ends with ``finish()`` or ``abandon()``.
public protocol BlobWriter: Sendable {
    /// Adds bytes at the end; returns when the writer is ready for more.
    func append(_ bytes: [UInt8]) async throws

    /// Answers when the file is on disk under its hash; after a throw nothing is left to abandon.
    func finish() async throws -> BlobReference

    /// Drops what was appended.
    func abandon() async
}

/// What a put file is known by.
public struct BlobReference: Sendable, Hashable {
    /// The SHA-256 of its bytes.
    public let hash: BlobHash
    /// Its length in bytes.
    public let size: Int64

    /// Makes a reference.
    public init(hash: BlobHash, size: Int64) {
        self.hash = hash
        self.size = size
    }
}

/// Where a file stands in a store.
public enum BlobShelf: String, Sendable, Hashable, CaseIterable {
    /// Where files are put and found.
    case live
    /// Garbage on its last day; still found by reads.
    case aside

    /// How reads look: live once more at the end, as the file may have been restored in between.
    static let searchOrder: [BlobShelf] = [.live, .aside, .live]
}

/// A file in a listing.
public struct BlobEntry: Sendable, Hashable {
    /// Whose it is.
    public let tenant: TenantID
    /// Its name.
    public let hash: BlobHash
    /// Its length in bytes.
    public let size: Int64
    /// Time since it was last put, or set aside, by the store's own clock.
    public let age: Duration
    /// Where a listing goes on after it.
    public let cursor: String
}

/// Why a file could not be kept or read.
public enum BlobError: Error, Sendable, Hashable {
    /// No such file: a row names a file that the store has lost.
    case missing(BlobHash)
    /// The disk is full or the bucket does not answer: nothing was stored, try again later.
    case unavailable(reason: String)
    /// The settings of the store are wrong; the text says which and how to put it right.
    case misconfigured(String)
}
