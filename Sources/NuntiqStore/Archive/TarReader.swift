public import Foundation

/// Reads a tar archive of ``TarWriter``, file after file.
///
/// One caller at a time; its calls block. Everything is bounded by what the blocks say, nothing is trusted.
public final class TarReader {
    /// A file in the archive.
    public struct Entry: Sendable, Hashable {
        /// What it is called.
        public let name: String
        /// How many bytes it has.
        public let size: Int64
    }

    private let path: String
    private let file: FileHandle
    private var left: Int64 = 0
    private var padding = 0

    /// Opens an archive.
    /// - Throws: ``ArchiveError``.
    public init(_ path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw ArchiveError.unreadable(path, reason: String(cString: strerror(errno)))
        }
        self.path = path
        self.file = file
    }

    /// The next file; `nil` at the archive's end.
    ///
    /// What was not read of the one before is skipped.
    public func next() throws -> Entry? {
        while try read(atMost: 1 << 20) != nil {}
        _ = try bytes(padding)
        let block = try bytes(TarHeader.blockBytes)
        if block.allSatisfy({ $0 == 0 }) { return nil }
        guard let header = TarHeader(block) else { throw ArchiveError.damaged(path, reason: "no file begins here") }
        left = header.size
        padding = header.padding
        return Entry(name: header.name, size: header.size)
    }

    /// The next bytes of the file; `nil` at its end.
    public func read(atMost count: Int) throws -> Data? {
        guard left > 0 else { return nil }
        let bytes = try bytes(Int(min(Int64(count), left)))
        left -= Int64(bytes.count)
        return bytes
    }

    private func bytes(_ count: Int) throws -> Data {
        guard count > 0 else { return Data() }
        let bytes: Data?
        do {
            bytes = try file.read(upToCount: count)
        } catch {
            throw ArchiveError.unreadable(path, reason: error.localizedDescription)
        }
        guard let bytes, bytes.count == count else { throw ArchiveError.damaged(path, reason: "it ends too early") }
        return bytes
    }
}
