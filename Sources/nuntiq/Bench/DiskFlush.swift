import Glibc

/// The disk's own figure: how many small appends a second it makes durable, one after the other.
enum DiskFlush {
    /// Milliseconds that one append of 4 KB with `fdatasync` takes, the median of 200 in `folder`.
    static func milliseconds(in folder: String, clock: () -> ContinuousClock.Instant) throws -> Double {
        let path = "\(folder)/flush"
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw LoadError(message: "cannot write \(path): errno \(errno)") }
        defer {
            close(file)
            unlink(path)
        }
        let page = [UInt8](repeating: 7, count: 4096)
        let times = try (0..<200).map { _ in
            let start = clock()
            guard write(file, page, page.count) == page.count, fdatasync(file) == 0 else {
                throw LoadError(message: "cannot flush \(path): errno \(errno)")
            }
            return (clock() - start) / .milliseconds(1)
        }
        return times.sorted()[times.count / 2]
    }
}
