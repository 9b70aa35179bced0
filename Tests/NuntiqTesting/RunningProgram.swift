import Foundation

/// A run of a program that has not ended yet.
public final class RunningProgram: Sendable {
    /// The process.
    public let processID: Int32
    private let output: String
    private let ended: AsyncStream<Int32>

    init(
        executable: URL, arguments: [String], environment: [String: String], output: String,
        folder: URL? = nil
    ) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(output)
        process.standardError = try Self.file(output + ".errors")
        let (ended, source) = AsyncStream<Int32>.makeStream(bufferingPolicy: .bufferingNewest(1))
        process.terminationHandler = { process in
            source.yield(process.terminationStatus)
            source.finish()
        }
        try process.run()
        processID = process.processIdentifier
        self.output = output
        self.ended = ended
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

    private static func file(_ path: String) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        return try FileHandle(forWritingTo: URL(filePath: path))
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
