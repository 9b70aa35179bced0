import Glibc

/// Keeps a second `serve` off a data folder; the system lets go of it when the process ends, however it ends.
public final class DataFolderLock: Sendable {
    private let file: Int32

    /// Takes the lock of a folder that is there.
    ///
    /// - Throws: ``StartError/dataFolderInUse(path:by:)``, ``StartError/dataFolderUnusable(path:)``.
    public init(folder: String) throws(StartError) {
        file = open("\(folder)/serve.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .dataFolderUnusable(path: folder) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(file)
            close(file)
            throw .dataFolderInUse(path: folder, by: holder)
        }
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(file, 0)
        _ = pwrite(file, text, text.count, 0)
    }

    deinit {
        close(file)
    }

    /// Which process holds the lock, for people.
    private static func holder(_ file: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(file, &buffer, buffer.count, 0)
        let digits = String(decoding: buffer.prefix(max(count, 0)).filter { (0x30...0x39).contains($0) }, as: UTF8.self)
        return digits.isEmpty ? "" : " (process \(digits))"
    }
}
