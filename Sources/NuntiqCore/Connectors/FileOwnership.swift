import Glibc

/// Whose a file is, and what others may do with it.
public struct FileOwnership: Sendable {
    /// The user id of its owner.
    public let user: UInt32
    /// Whether it is a folder.
    public let isFolder: Bool
    /// Whether anyone may write it.
    public let isOpenToAll: Bool

    /// Looks at `path`, at a link itself when asked to; `nil` when there is nothing to see.
    public init?(of path: String, followsLinks: Bool = true) {
        var found = stat()
        guard (followsLinks ? stat(path, &found) : lstat(path, &found)) == 0 else { return nil }
        user = found.st_uid
        isFolder = found.st_mode & S_IFMT == S_IFDIR
        isOpenToAll = found.st_mode & 0o002 != 0
    }
}
