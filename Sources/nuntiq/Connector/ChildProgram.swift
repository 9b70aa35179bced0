import Foundation
import Glibc

/// A program that runs in a folder with the terminal of this command.
struct ChildProgram: Sendable {
    let folder: URL
    /// Variables beside those of this command.
    var environment: [String: String] = [:]

    /// Runs a command to its end; its exit status.
    ///
    /// The first word is looked up in `PATH`; `input` goes to its standard input.
    func run(_ command: [String], input: Data? = nil) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        if input != nil { process.standardInput = pipe }
        // A child that ends early must not end this command by a broken pipe.
        signal(SIGPIPE, SIG_IGN)
        return try await withCheckedThrowingContinuation { done in
            process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                return done.resume(throwing: ConnectorToolError.programMissing(command.first ?? ""))
            }
            guard let input else { return }
            try? pipe.fileHandleForWriting.write(contentsOf: input)  // a child that is gone says why by its status
            try? pipe.fileHandleForWriting.close()
        }
    }
}
