import Foundation
import Glibc
import NuntiqModel
import Synchronization

/// What the guard is told about a run; see docs/decisions/024.
struct GuardOrder: Sendable {
    /// The executable that is started anew as the guard.
    let guardProgram: String
    let workFolder: String
    let readable: [String]
    let program: [String]
    let seconds: Int64
    let cpuSeconds: Int64
    let memoryMB: Int64
    /// The user id of the run, where the node is root.
    let user: Int?
    let timeZone: String

    var arguments: [String] {
        var arguments = [guardProgram, "connector-guard", "--time", String(seconds), "--grace", "10"]
        arguments += ["--cpu", String(cpuSeconds), "--memory", String(memoryMB), "--processes", "128"]
        arguments += ["--file", "1024", "--work", workFolder]
        if let user { arguments += ["--user", String(user)] }
        for path in readable { arguments += ["--read", path] }
        return arguments + ["--"] + program
    }

    /// The whole environment of the guard and of all that it starts.
    var environment: [String] { ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "TZ=\(timeZone)"] }
}

/// A connector under its guard, fed and listened to by a thread of its own.
///
/// The guard holds one end of a pipe and this the other: when this process ends, however, the guard kills all.
final class GuardedProcess: Sendable {
    private struct State {
        var hold: Int32 = -1
        var waiter: CheckedContinuation<GuardReport, Never>?
        var report: GuardReport?
    }

    private let state = Mutex(State())

    /// Starts the guard, writes `input` to the connector, and hands on what it prints, in pieces as they come.
    ///
    /// `take` answers how long to wait before the next piece is read: a flood slows itself down.
    /// - Throws: ``RunnerError``.
    init(
        _ order: GuardOrder, input: [UInt8], take: @escaping @Sendable (PrintedPiece) -> Duration
    ) throws(RunnerError) {
        let pipes = try GuardPipes()
        let process: Int32
        do {
            process = try pipes.start(order)
        } catch {
            pipes.closeAll()
            throw error
        }
        let ends = pipes.keepOurs()
        state.withLock { $0.hold = ends.hold }
        let thread = Thread { [self] in
            var conversation = GuardConversation(ends, input: input, take: take)
            let report = conversation.untilEnd()
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            end(report)
        }
        thread.stackSize = 512 * 1024
        thread.start()
    }

    /// Asks the connector to end; the guard kills it when it does not.
    func stop() {
        state.withLock { state in
            var letter = UInt8(ascii: "T")
            if state.hold >= 0 { _ = write(state.hold, &letter, 1) }
        }
    }

    /// Lets the guard kill it at once.
    func kill() {
        state.withLock { Self.letGo(&$0) }
    }

    /// How it ended, when it has.
    func ended() async -> GuardReport {
        await withCheckedContinuation { waiter in
            let report = state.withLock { state in
                if state.report == nil { state.waiter = waiter }
                return state.report
            }
            if let report { waiter.resume(returning: report) }
        }
    }

    private func end(_ report: GuardReport) {
        let waiter = state.withLock { state in
            Self.letGo(&state)
            state.report = report
            return state.waiter.take()
        }
        waiter?.resume(returning: report)
    }

    private static func letGo(_ state: inout State) {
        if state.hold >= 0 { close(state.hold) }
        state.hold = -1
    }
}

/// What a connector printed.
enum PrintedPiece: Sendable {
    case output([UInt8])
    case errors([UInt8])
}

/// What the guard told.
struct GuardReport: Sendable, Hashable {
    /// `user=60800 landlock=7 namespace=1 proc=1`, or empty where the connector was never started.
    var confinement = ""
    /// The exit status, or the signal that ended it.
    var exit: Int32?
    var signal: Int32?
    /// `self`, `time`, `stop` or `node`; empty where the guard died.
    var reason = ""
    /// `cpu_ms=120 memory_kb=20480`.
    var used = ""

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { continue }
            switch words[0] {
            case "confined": confinement = words[1]
            case "over": reason = words[1]
            case "ended":
                let parts = words[1].split(separator: " ", maxSplits: 1)
                used = parts.count == 2 ? String(parts[1]) : ""
                if let number = parts.first?.dropFirst("exit=".count), parts[0].hasPrefix("exit=") {
                    exit = Int32(number)
                } else if let number = parts.first?.dropFirst("signal=".count) {
                    signal = Int32(number)
                }
            default: continue
            }
        }
    }
}

/// Why a run could not be started.
enum RunnerError: UserFacingError, Hashable {
    /// The system said no.
    case system(String, reason: String)
    /// The folder of work folders is somebody else's.
    case foreignFolder(String)

    var code: String { "connector_not_started" }

    var message: String {
        switch self {
        case .system(let what, let reason): "\(what): \(reason)."
        case .foreignFolder(let path): "\(path) is not a folder of the server's user."
        }
    }

    var hint: String {
        switch self {
        case .system: "Look at the machine: memory, processes, the disk."
        case .foreignFolder: "Remove it, or set TMPDIR for the server."
        }
    }

    static func now(_ what: String) -> RunnerError { .system(what, reason: String(cString: strerror(errno))) }
}
