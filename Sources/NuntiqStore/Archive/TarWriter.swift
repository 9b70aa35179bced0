public import Foundation

/// Writes a tar archive, which appears under its name only when it is whole and on disk.
///
/// One caller at a time; its calls block.
public final class TarWriter {
    private let path: String
    private let file: FileHandle
    private var padding = 0

    private var draft: String { "\(path).partial" }

    /// Begins the archive; only its owner can read it.
    /// - Throws: ``ArchiveError``.
    public init(_ path: String) throws {
        self.path = path
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard !FileManager.default.fileExists(atPath: path) else { throw ArchiveError.taken(path) }
        guard FileManager.default.createFile(atPath: "\(path).partial", contents: nil, attributes: attributes),
            let file = FileHandle(forWritingAtPath: "\(path).partial")
        else { throw ArchiveError.unwritable(path, reason: String(cString: strerror(errno))) }
        self.file = file
    }

    /// Begins a file of so many bytes, which come by ``append(_:)``; ends the one before.
    public func begin(_ name: String, size: Int64) throws {
        let header = TarHeader(name: name, size: size)
        try write(Data(count: padding) + header.block)
        padding = header.padding
    }

    /// Adds bytes to the file.
    public func append(_ bytes: Data) throws {
        try write(bytes)
    }

    /// Ends the archive and puts it under its name.
    public func finish() throws {
        try write(Data(count: padding + 2 * TarHeader.blockBytes))
        do {
            try file.synchronize()
            try file.close()
            try FileManager.default.moveItem(atPath: draft, toPath: path)
        } catch {
            throw ArchiveError.unwritable(path, reason: error.localizedDescription)
        }
    }

    /// Drops what was written.
    public func abandon() {
        try? file.close()
        try? FileManager.default.removeItem(atPath: draft)  // it was never the archive
    }

    private func write(_ bytes: Data) throws {
        do {
            try file.write(contentsOf: bytes)
        } catch {
            throw ArchiveError.unwritable(path, reason: error.localizedDescription)
        }
    }
}
