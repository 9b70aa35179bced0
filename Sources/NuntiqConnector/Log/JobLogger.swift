import Glibc
public import NuntiqModel

/// Tells what a run does, one line each on standard error: `2026-05-16 14:32:11 UTC [INFO] text`.
///
/// Values of secrets are masked. `step` and `detail` go only to the structured log, which ``attachAPI()`` switches on.
/// Standard output is for the result alone.
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
    let jobLog: JobLog
    let write: @Sendable (String) -> Void

    init(
        mask: SecretMask, now: @escaping @Sendable () -> Instant, jobLog: JobLog = JobLog(),
        write: @escaping @Sendable (String) -> Void = Self.standardError
    ) {
        self.mask = mask
        self.now = now
        self.jobLog = jobLog
        self.write = write
    }

    /// Tells for whoever looks for a fault.
    public func debug(_ message: String, step: String? = nil, detail: JSONValue? = nil) {
        log(.debug, message, step, detail)
    }

    /// Tells what is done.
    public func info(_ message: String, step: String? = nil, detail: JSONValue? = nil) {
        log(.info, message, step, detail)
    }

    /// Tells of something to look at.
    public func warn(_ message: String, step: String? = nil, detail: JSONValue? = nil) {
        log(.warn, message, step, detail)
    }

    /// Tells that something failed.
    public func error(_ message: String, step: String? = nil, detail: JSONValue? = nil) {
        log(.error, message, step, detail)
    }

    /// From now on keeps the log in Nuntiq as well, for the run's page; what Nuntiq does not take never fails a run.
    public func attachAPI() { jobLog.attach() }

    private func log(_ level: Level, _ message: String, _ step: String?, _ detail: JSONValue?) {
        let moment = now()
        let text = moment.description
        let line = Self.oneLine(mask.masked(message))
        write("\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC [\(level.rawValue)] \(line)\n")
        jobLog.put(
            JSONObject(present: [
                "level": .string(level.rawValue), "message": .string(String(line.prefix(JobLog.charactersMax))),
                "at": .string(text), "step": step.map { .string(String(mask.masked($0).prefix(255))) },
                "detail": detail.map(mask.masked),
            ]))
    }

    /// Nobody writes a line of the log that the connector did not write, and nobody turns the direction of writing.
    static func oneLine(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { line, scalar in
            switch scalar.value {
            case 0...31, 127...159, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                line += scalar.escaped(asASCII: true)
            default: line.unicodeScalars.append(scalar)
            }
        }
    }

    private static func standardError(_ line: String) {
        let bytes = Array(line.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)  // a log that nobody takes stops no run
    }
}
