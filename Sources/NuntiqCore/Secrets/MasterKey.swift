import Glibc

/// The 32 bytes from which every secret of an installation is derived.
///
/// Kept in a file of its own, outside the database and outside its backups, as 64 hexadecimal digits or as base64.
struct MasterKey: Sendable, Hashable {
    static let byteCount = 32

    let bytes: [UInt8]

    /// Reads the key from `path`; makes the file at the first start, readable by its owner alone.
    ///
    /// Two processes that start at once agree: the file appears whole or not at all, and the second one reads the
    /// first one's.
    static func load(from path: String, random: (Int) -> [UInt8]) throws(SecretsError) -> MasterKey {
        if try !isThere(path) {
            let name = Hexadecimal.encode(random(8))
            try create(at: path, draft: "\(path).\(name).new", bytes: random(byteCount))
        }
        return try read(path)
    }

    /// Takes 64 hexadecimal digits or base64 of 32 bytes (padding and the URL-safe alphabet as they come).
    init?(text: String) {
        let letters = text.utf8.filter { !" \t\r\n".utf8.contains($0) }
        guard let bytes = Hexadecimal.decode(letters) ?? Base64Key.decode(letters) else { return nil }
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    private static func isThere(_ path: String) throws(SecretsError) -> Bool {
        var info = stat()
        if stat(path, &info) == 0 { return true }
        guard errno == ENOENT else { throw .unreadable(path: path, reason: lastReason()) }
        return false
    }

    /// Writes a file of another name, then links it to its own: a link fails if the name is taken.
    private static func create(at path: String, draft: String, bytes: [UInt8]) throws(SecretsError) {
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unwritable(path: path, reason: lastReason()) }
        defer { unlink(draft) }
        let text = Array((Hexadecimal.encode(bytes) + "\n").utf8)
        let written = write(file, text, text.count) == text.count && fsync(file) == 0
        let reason = lastReason()
        close(file)
        guard written else { throw .unwritable(path: path, reason: reason) }
        guard link(draft, path) == 0 || errno == EEXIST else {
            throw .unwritable(path: path, reason: lastReason())
        }
    }

    private static func read(_ path: String) throws(SecretsError) -> MasterKey {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw .unreadable(path: path, reason: lastReason()) }
        guard info.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = Glibc.read(file, &buffer, buffer.count)
        guard count >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
        guard count < buffer.count, let key = MasterKey(text: String(decoding: buffer.prefix(count), as: UTF8.self))
        else { throw .malformed(path: path) }
        return key
    }

    private static func lastReason() -> String {
        String(cString: strerror(errno))
    }
}
