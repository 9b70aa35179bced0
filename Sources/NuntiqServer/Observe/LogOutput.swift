import Foundation

/// Where log lines go.
public enum LogOutput {
    /// Standard error, with one `write(2)` per line; a line that cannot be written is lost, nobody waits for it.
    public static let standardError: LineLogHandler.Output = { line in
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
