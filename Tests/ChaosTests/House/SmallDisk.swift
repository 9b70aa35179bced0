import Foundation

/// A small file system of its own, in memory, that can be filled to the last page.
struct SmallDisk: Sendable {
    private let path: String
    private var filler: String { "\(path)/filler" }

    /// Whether this process may mount one: as root, or under `unshare --mount --map-current-user --keep-caps`.
    static let isPossible: Bool = {
        var template = Array("/tmp/nuntiq-disk-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { return false }
        guard let disk = try? SmallDisk(at: String(cString: made), megabytes: 1) else {
            rmdir(made)
            return false
        }
        disk.unmount()
        return true
    }()

    /// Mounts it at a folder, which is made when it is missing.
    init(at path: String, megabytes: Int) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m,mode=755") == 0 else {
            throw ChaosError.systemCall("mount \(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Takes all the room there is.
    func fill() throws {
        let file = open(filler, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard file >= 0 || errno == ENOSPC else { throw ChaosError.systemCall("filler: \(errno)") }
        defer { close(file) }
        let page = [UInt8](repeating: 0, count: 4_096)
        while write(file, page, page.count) > 0 {}
    }

    /// Gives the room back.
    func free() {
        unlink(filler)
    }

    /// Removes it and its folder, also while something is open on it.
    func unmount() {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }
}
