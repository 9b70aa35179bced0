import Crypto
import Foundation
import NuntiqStore

/// Whole files on their way into and out of an archive.
enum TarFile {
    private static let chunkBytes = 1 << 20

    /// Adds a file and answers its SHA-256 in hexadecimal digits.
    static func add(_ path: String, as name: String, to archive: TarWriter) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw ArchiveError.unreadable(path, reason: String(cString: strerror(errno)))
        }
        defer { try? file.close() }  // only read
        try archive.begin(name, size: Int64(file.seekToEnd()))
        try file.seek(toOffset: 0)
        var hash = SHA256()
        while let chunk = try file.read(upToCount: chunkBytes), !chunk.isEmpty {
            hash.update(data: chunk)
            try archive.append(chunk)
        }
        return text(hash)
    }

    /// Writes the archive's present file to disk and answers its SHA-256 in hexadecimal digits.
    static func extract(from archive: TarReader, to path: String) throws -> String {
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes),
            let file = FileHandle(forWritingAtPath: path)
        else { throw ArchiveError.unwritable(path, reason: String(cString: strerror(errno))) }
        var hash = SHA256()
        while let chunk = try archive.read(atMost: chunkBytes) {
            hash.update(data: chunk)
            try file.write(contentsOf: chunk)
        }
        try file.synchronize()
        try file.close()
        return text(hash)
    }

    private static func text(_ hash: SHA256) -> String {
        BlobHash(bytes: Array(hash.finalize()))?.description ?? ""
    }
}
