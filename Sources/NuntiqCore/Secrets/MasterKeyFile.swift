import Glibc

/// The file with an installation's master key, outside the database and its backups, readable by its owner alone.
///
/// One key, as 64 hexadecimal digits or as base64; while a rekey is under way several, one in a line, newest first.
public struct MasterKeyFile: Sendable {
    /// Where it is.
    public let path: String

    let keys: [MasterKey]

    /// Names each key of the file, newest first.
    public var fingerprints: [String] { keys.map(\.fingerprint) }

    /// The key that a new installation begins with, and that a rekey adopts.
    var newest: MasterKey { keys[0] }

    /// Reads the file; makes it with one new key where there is none.
    ///
    /// Two processes that start at once agree: the file appears whole or not at all, and the second one reads the
    /// first one's.
    public static func open(_ path: String, random: (Int) -> [UInt8]) throws(SecretsError) -> MasterKeyFile {
        if try !isThere(path) {
            let draft = draftName(path, random)
            try write([MasterKey(bytes: random(MasterKey.byteCount))], to: draft)
            defer { unlink(draft) }
            guard link(draft, path) == 0 || errno == EEXIST else {
                throw .unwritable(path: path, reason: lastReason())
            }
        }
        return try read(path)
    }

    /// Reads the file that is there.
    public static func read(_ path: String) throws(SecretsError) -> MasterKeyFile {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw .unreadable(path: path, reason: lastReason()) }
        guard info.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = Glibc.read(file, &buffer, buffer.count)
        guard count >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
        guard count < buffer.count, let keys = keys(in: String(decoding: buffer.prefix(count), as: UTF8.self))
        else { throw .malformed(path: path) }
        return MasterKeyFile(path: path, keys: keys)
    }

    /// The same file holding `keys` instead: on disk when this returns, before that as it was.
    func replaced(by keys: [MasterKey], random: (Int) -> [UInt8]) throws(SecretsError) -> MasterKeyFile {
        let draft = Self.draftName(path, random)
        try Self.write(keys, to: draft)
        guard rename(draft, path) == 0 else {
            let reason = Self.lastReason()
            unlink(draft)
            throw .unwritable(path: path, reason: reason)
        }
        Self.flushFolder(of: path)
        return MasterKeyFile(path: path, keys: keys)
    }

    /// Keeps `key` beside the file, for backups that were made with it; answers where.
    func retire(_ key: MasterKey) throws(SecretsError) -> String {
        let place = "\(path).\(key.fingerprint)"
        if try !Self.isThere(place) { try Self.write([key], to: place) }
        return place
    }

    /// A key may be broken over lines; else each line is one.
    private static func keys(in text: String) -> [MasterKey]? {
        if let key = MasterKey(text: text) { return [key] }
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        let keys = lines.compactMap { MasterKey(text: $0) }
        return keys.count == lines.count && !keys.isEmpty ? keys : nil
    }

    private static func isThere(_ path: String) throws(SecretsError) -> Bool {
        var info = stat()
        if stat(path, &info) == 0 { return true }
        guard errno == ENOENT else { throw .unreadable(path: path, reason: lastReason()) }
        return false
    }

    private static func draftName(_ path: String, _ random: (Int) -> [UInt8]) -> String {
        "\(path).\(Hexadecimal.encode(random(8))).new"
    }

    private static func write(_ keys: [MasterKey], to path: String) throws(SecretsError) {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unwritable(path: path, reason: lastReason()) }
        let text = Array(keys.map { $0.text + "\n" }.joined().utf8)
        let isWritten = Glibc.write(file, text, text.count) == text.count && fsync(file) == 0
        let reason = lastReason()
        close(file)
        guard isWritten else {
            unlink(path)
            throw .unwritable(path: path, reason: reason)
        }
    }

    /// Makes a rename last through a power cut; a folder that cannot be opened has nothing to flush.
    private static func flushFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let file = Glibc.open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    private static func lastReason() -> String {
        String(cString: strerror(errno))
    }
}
