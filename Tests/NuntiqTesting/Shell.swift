public import Foundation

/// Runs bash, as a reader of the pages would.
public struct Shell: Sendable {
    private let workingFolder: URL
    private let outputFolder: String

    /// A shell that starts in `workingFolder`; what it prints is kept in `outputFolder`.
    public init(workingFolder: URL, outputFolder: String) {
        self.workingFolder = workingFolder
        self.outputFolder = outputFolder
    }

    /// Runs a script to its end, without the variables of the test run that steer Nuntiq or make.
    public func run(_ script: String) async throws -> ProgramResult {
        let path = "\(outputFolder)/script"
        try "cd '\(workingFolder.path)' || exit\n\(script)".write(toFile: path, atomically: true, encoding: .utf8)
        let environment = ProcessInfo.processInfo.environment.filter {
            !$0.key.hasPrefix("NUNTIQ_") && !$0.key.hasPrefix("MAKE") && $0.key != "MFLAGS"
        }
        return try await RunningProgram(
            executable: URL(filePath: "/bin/bash"), arguments: [path], environment: environment,
            output: "\(outputFolder)/script.output"
        ).end()
    }
}
