import Glibc

/// Keeps a second `serve` off a data folder with an embedded database, for as long as this value lives.
///
/// The lock is the operating system's: it goes when the process goes, however it goes.
public final class DataFolderLock: Sendable {
    private let file: Int32

    /// Takes the lock of a folder that exists.
    ///
    /// - Throws: ``ServeError/dataFolderInUse(_:)`` when another process has it.
    public init(folder: String) throws(ServeError) {
        file = open("\(folder)/serve.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .dataFolderUnusable(folder, reason: String(cString: strerror(errno))) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw .dataFolderInUse(folder)
        }
    }

    deinit {
        close(file)
    }
}
