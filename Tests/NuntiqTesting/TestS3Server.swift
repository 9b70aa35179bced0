import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// An S3 server, started by its first user; most tests share one.
///
/// It ends with the test process, however that ends: its standard input is then at its end.
public actor TestS3Server {
    static let shared = TestS3Server()

    private var started: (process: Process, lifeline: Pipe, endpoint: String)?

    /// Prepares one of a test's own.
    public init() {}

    /// Makes an empty bucket and gives its URL, with credentials.
    public func makeBucket(named name: String) async throws -> String {
        let endpoint = try endpoint()
        var request = HTTPClientRequest(url: "\(endpoint)/\(name)")
        request.method = .PUT
        _ = try await HTTPClient.shared.execute(request, timeout: .seconds(10)).body.collect(upTo: 1 << 16)
        return "s3://test:secret@\(name)/in/prod?endpoint=\(endpoint)"
    }

    /// Sends it a signal, such as SIGSTOP.
    public func send(_ signal: Int32) {
        if let started { kill(started.process.processIdentifier, signal) }
    }

    /// Ends it.
    public func stop() {
        send(SIGKILL)
        started = nil
    }

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
