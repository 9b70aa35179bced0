internal import Crypto
internal import Glibc
internal import NIOConcurrencyHelpers

/// Collects the bytes of one file and hashes them: the first in memory, the rest in a temporary file.
struct BlobSpool {
    static let pendingBytesMax = 256 << 10

    /// What is not in the temporary file.
    private(set) var pending: [UInt8] = []
    /// Begun when the file grew too long for memory.
    private(set) var temporary: TemporaryFile?
    private var hasher = SHA256()
    private var size: Int64 = 0
    /// Set when a write failed: what is in the file is unknown, so it never gets a name.
    private var broken = false

    /// Adds bytes; the answer says whether ``writeOut(_:)`` is due.
    mutating func append(_ bytes: [UInt8]) -> Bool {
        pending += bytes
        return pending.count >= Self.pendingBytesMax
    }

    /// Moves what is in memory to the temporary file.
    mutating func writeOut(_ make: () throws -> TemporaryFile) throws {
        broken = true
        let temporary = try self.temporary ?? make()
        self.temporary = temporary
        takeIn()
        try temporary.write(pending)
        pending.removeAll(keepingCapacity: true)
        broken = false
    }

    /// Ends the file: all of it is in ``temporary`` when that was begun, else in ``pending``.
    mutating func seal() throws -> BlobReference {
        guard !broken else { throw BlobError.unavailable(reason: "An earlier write of this file failed.") }
        takeIn()
        if let temporary {
            try temporary.write(pending)
            pending.removeAll()
        }
        guard let hash = BlobHash(bytes: Array(hasher.finalize())) else {
            preconditionFailure("A SHA-256 has 32 bytes.")
        }
        return BlobReference(hash: hash, size: size)
    }

    private mutating func takeIn() {
        hasher.update(data: pending)
        size += Int64(pending.count)
    }
}

/// An unfinished file; removed when the last reference goes, unless it was kept.
final class TemporaryFile: Sendable {
    let path: String
    let descriptor: CInt
    private let kept = NIOLockedValueBox(false)

    init(path: String) throws {
        self.path = path
        descriptor = try SystemCall.run { Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    }

    deinit {
        _ = Glibc.close(descriptor)
        if !kept.withLockedValue({ $0 }) { _ = unlink(path) }
    }

    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try SystemCall.bytes {
                rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Gives the file its final name.
    func rename(to target: String) throws {
        try SystemCall.run { Glibc.rename(path, target) }
        kept.withLockedValue { $0 = true }
    }
}
