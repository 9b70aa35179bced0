import Glibc
import NuntiqCore
import NuntiqModel

/// Work folders of runs: `connector_run/<entrypoint>_<YYYYMMDD-HHMMSS-fff>` in the system's temporary folder.
enum WorkFolder {
    /// Makes a new one, which its user alone can enter.
    static func make(
        in temporaryFolder: String, for entrypoint: String, at now: Instant, user: Int?
    ) throws(RunnerError) -> String {
        let root = try parent(in: temporaryFolder)
        for millisecond in 0..<1_000 {
            let path = "\(root)/\(entrypoint)_\(stamp(now + .milliseconds(millisecond)))"
            guard mkdir(path, 0o700) == 0 else {
                if errno == EEXIST { continue }
                throw .now(path)
            }
            if let user, chown(path, uid_t(user), gid_t(user)) != 0 {
                let error = RunnerError.now(path)
                rmdir(path)
                throw error
            }
            return path
        }
        throw .system(root, reason: "a thousand runs began in one second")
    }

    /// The folder of them, which must be the server's own: others see nothing in it.
    static func parent(in temporaryFolder: String) throws(RunnerError) -> String {
        let root = "\(temporaryFolder)/connector_run"
        guard mkdir(root, 0o711) == 0 || errno == EEXIST else { throw .now(root) }
        guard let found = FileOwnership(of: root, followsLinks: false) else { throw .now(root) }
        guard found.isFolder, found.user == geteuid() else { throw .foreignFolder(root) }
        if geteuid() == 0 { chmod(root, 0o711) }  // entered by the users of runs, listed by none
        guard let real = realpath(root, nil) else { throw .now(root) }
        defer { free(real) }
        return String(cString: real)
    }

    /// The folder of the Python that a virtual environment leads to.
    static func prefix(ofPython path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        let parts = String(cString: real).split(separator: "/")
        return parts.count > 3 ? "/" + parts.dropLast(2).joined(separator: "/") : nil
    }

    /// `20260516-143211-114`.
    private static func stamp(_ instant: Instant) -> String {
        let digits = instant.description.filter(\.isNumber)
        return "\(digits.prefix(8))-\(digits.dropFirst(8).prefix(6))-\(digits.dropFirst(14).prefix(3))"
    }
}

extension RunnerConfiguration {
    /// The folder that holds the work folders of runs, made where it is not there; with links followed.
    public static func workRoot(in temporaryFolder: String) throws -> String {
        try WorkFolder.parent(in: temporaryFolder)
    }
}
