import Foundation
public import NuntiqModel
import Synchronization

/// The built executable `nuntiq`, run as its users run it: with arguments, an environment, and signals.
public struct NuntiqProgram: Sendable {
    /// The `NUNTIQ_…` variables it is given, and nothing else of the kind.
    public var environment: [String: String]
    /// How many files and sockets it may have open; `nil`: as many as the tests.
    public var openFilesMax: Int?
    /// Where its output goes, a file per run.
    private let folder: String

    /// Prepares to run it; what it prints is kept in `folder`.
    public init(folder: String, environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// Starts it and returns at once.
    public func start(_ arguments: [String]) throws -> RunningProgram {
        let output = "\(folder)/output-\(arguments.first ?? "")-\(Self.runs.add(1, ordering: .relaxed).newValue)"
        var inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("NUNTIQ_") }
        inherited.merge(environment) { $1 }
        var command = [Self.executable.path] + arguments
        if let openFilesMax { command = ["/usr/bin/prlimit", "--nofile=\(openFilesMax):\(openFilesMax)"] + command }
        return try RunningProgram(
            executable: URL(filePath: command[0]), arguments: Array(command.dropFirst()), environment: inherited,
            output: output)
    }

    /// Runs it to its end.
    public func run(_ arguments: String...) async throws -> ProgramResult {
        try await start(arguments).end()
    }

    /// Runs a command with `--json` and reads what it prints.
    public func json(_ arguments: String...) async throws -> JSONValue {
        let result = try await start(arguments + ["--json"]).end()
        guard result.status == 0 else { throw ProgramFailure(arguments: arguments, result: result) }
        return try JSONValue.parse(Array(result.output.utf8))
    }

    private static let runs = Atomic<Int>(0)

    /// The program that was built with these tests.
    private static var executable: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "nuntiq")
    }
}

/// A command that had to work and did not.
public struct ProgramFailure: Error {
    let arguments: [String]
    let result: ProgramResult
}
