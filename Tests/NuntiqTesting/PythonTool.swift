public import Foundation

/// Programs in Python that `make deps` set up for the tests.
public enum PythonTool {
    /// The path of a program of the virtual environment, else its bare name.
    public static func path(of program: String) -> String {
        // not standardised: that would follow python's link out of the virtual environment
        let own = tests.deletingLastPathComponent().appending(path: ".venv/bin/\(program)").path
        return FileManager.default.isExecutableFile(atPath: own) ? own : program
    }

    /// The folder of the tests.
    public static var tests: URL {
        URL(filePath: #filePath).appending(path: "../..").standardizedFileURL
    }
}
