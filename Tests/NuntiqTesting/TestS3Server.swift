import Foundation
import NIOPosix

/// The one S3 server of a test run, started by its first user.
///
/// It ends with the test process, however that ends: its standard input is then at its end.
actor TestS3Server {
    static let shared = TestS3Server()

    private var started: (process: Process, lifeline: Pipe, endpoint: String)?

    /// The server's address, such as `http://127.0.0.1:40123`.
    func endpoint() throws -> String {
        if let started { return started.endpoint }
        let process = Process()
        let (lifeline, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [PythonTool.path(of: "python"), Self.folder.appending(path: "s3-server.py").path]
        process.standardInput = lifeline
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw CocoaError(.fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: "no S3 server: run make deps"])
        }
        let endpoint = "http://127.0.0.1:\(port)"
        started = (process, lifeline, endpoint)
        return endpoint
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
}
