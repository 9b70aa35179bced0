import Foundation
public import NuntiqModel

/// A real mail server for one test, which misbehaves by the local part of the recipient; see `smtp-server.py`.
public final class TestMailServer: Sendable {
    /// The port it listens at.
    public let port: Int
    /// The certificate it shows, for who is to trust it.
    public let certificate: String
    private let folder: String

    fileprivate init(port: Int, folder: String) {
        self.port = port
        self.folder = folder
        certificate = "\(folder)/cert.pem"
    }

    /// What happened, in order: `rcpt` and `mail`.
    public func log() throws -> [JSONValue] {
        guard FileManager.default.fileExists(atPath: "\(folder)/log") else { return [] }
        return try String(contentsOfFile: "\(folder)/log", encoding: .utf8).split(separator: "\n")
            .map { try JSONValue.parse(Array($0.utf8)) }
    }

    /// The mails that it took, in order.
    public func mails() throws -> [JSONValue] {
        try log().filter { $0["event"] == "mail" }
    }
}

/// Runs `body` with a mail server; `options` are `tls` and `auth`.
public func withMailServer<Value>(
    _ options: String..., body: (TestMailServer) async throws -> Value
) async throws -> Value {
    try await withTemporaryFolder { folder in
        if options.contains("tls") { try await makeCertificate(in: folder) }
        let process = Process()
        let (lifeline, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "smtp-server.py").path
        process.arguments = [PythonTool.path(of: "python"), script, folder] + options
        process.standardInput = lifeline
        process.standardOutput = output
        try process.run()
        defer { try? lifeline.fileHandleForWriting.close() }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw CocoaError(.fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: "no mail server: run make deps"])
        }
        return try await body(TestMailServer(port: port, folder: folder))
    }
}

private func makeCertificate(in folder: String) async throws {
    let made = try await Shell(workingFolder: URL(filePath: folder), outputFolder: folder).run(
        """
        openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost \
          -addext subjectAltName=DNS:localhost,IP:127.0.0.1
        """)
    guard made.status == 0 else {
        throw CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: made.errors])
    }
}
