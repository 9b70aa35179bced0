import Foundation

/// A run of a program that has not ended yet.
public final class RunningProgram: Sendable {
    /// The process.
    public let processID: Int32
    private let output: String
    private let ended: AsyncStream<Int32>

    init(executable: URL, arguments: [String], environment: [String: String], output: String) throws {
        processID = try Self.spawn([executable.path] + arguments, environment, output)
        self.output = output
        let (ended, source) = AsyncStream<Int32>.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.ended = ended
        Thread.detachNewThread { [processID] in
            source.yield(Self.status(of: processID))
            source.finish()
        }
    }

    /// Sends it a signal, such as SIGKILL.
    public func send(_ signal: Int32) {
        kill(processID, signal)
    }

    /// Waits for its end; once.
    public func end() async throws -> ProgramResult {
        let status = await ended.first { _ in true } ?? -1
        return ProgramResult(status: status, output: try text(output), errors: try text(output + ".errors"))
    }

    /// What it has printed so far.
    public func printed() throws -> String {
        try text(output) + text(output + ".errors")
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    /// Asks the kernel for its end.
    ///
    /// Foundation's `Process` takes the closing of a socket for it, of which what is started beside it at that moment
    /// may hold a copy: a database server, for the whole of the test run.
    private static func status(of processID: Int32) -> Int32 {
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : signal
    }

    /// Starts it in a process group of its own, with nothing open but its output and nothing blocked.
    private static func spawn(
        _ arguments: [String], _ environment: [String: String], _ output: String
    ) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, output + ".errors", writing, 0o644)
        for other in 3..<Int32(1_024) { posix_spawn_file_actions_addclose(&actions, other) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var nothing = sigset_t()
        sigemptyset(&nothing)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

        let words = arguments.map { strdup($0) }
        let variables = environment.map { strdup("\($0.key)=\($0.value)") }
        defer { for text in words + variables { free(text) } }
        var processID: Int32 = 0
        let error = posix_spawn(&processID, arguments[0], &actions, &attributes, words + [nil], variables + [nil])
        guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO) }
        return processID
    }
}

/// How a run ended.
public struct ProgramResult: Sendable, Hashable {
    /// The exit status, or the signal that ended it.
    public let status: Int32
    /// What it printed.
    public let output: String
    /// What it printed to standard error.
    public let errors: String
}
