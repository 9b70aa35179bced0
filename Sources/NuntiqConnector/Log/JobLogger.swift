import Glibc
import NuntiqModel

/// Tells what a run does, one line each on standard error: `2026-05-16 14:32:11 UTC [INFO] text`.
///
/// Values of secrets are masked. Standard output is for the result alone.
public struct JobLogger: Sendable {
    /// How much a line matters.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// For whoever looks for a fault.
        case debug = "DEBUG"
        /// What is done.
        case info = "INFO"
        /// Something to look at.
        case warn = "WARN"
        /// Something failed.
        case error = "ERROR"
    }

    let now: @Sendable () -> Instant
    let mask: SecretMask
    let write: @Sendable (String) -> Void

    init(
        mask: SecretMask, now: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable (String) -> Void = Self.standardError
    ) {
        self.mask = mask
        self.now = now
        self.write = write
    }

    /// Tells for whoever looks for a fault.
    public func debug(_ message: String) { log(.debug, message) }
    /// Tells what is done.
    public func info(_ message: String) { log(.info, message) }
    /// Tells of something to look at.
    public func warn(_ message: String) { log(.warn, message) }
    /// Tells that something failed.
    public func error(_ message: String) { log(.error, message) }

    private func log(_ level: Level, _ message: String) {
        let text = now().description
        let line = mask.masked(message).split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
        write("\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC [\(level.rawValue)] \(line)\n")
    }

    private static func standardError(_ line: String) {
        let bytes = Array(line.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)  // a log that nobody takes stops no run
    }
}
