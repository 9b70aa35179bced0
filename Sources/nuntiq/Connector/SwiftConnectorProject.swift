import Foundation
import NuntiqModel

/// A Swift package whose executable holds connectors (`ConnectorProgram`).
struct SwiftConnectorProject: RunnableProject {
    private let folder: URL
    private let executable: String

    /// Finds the package in a folder; `nil` when there is none with an executable.
    init?(folder path: String) {
        folder = URL(fileURLWithPath: path).standardizedFileURL
        guard let manifest = try? String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8),
            let target = manifest.firstMatch(of: /\.executableTarget\(\s*name:\s*"([^"\/]+)"/)
        else { return nil }
        executable = String(target.1)
    }

    private var program: ChildProgram { ChildProgram(folder: folder) }
    private var built: String { folder.appending(path: ".build/debug/\(executable)").path }

    func prepare() async throws {
        let status = try await program.run(["swift", "build", "--quiet", "--product", executable])
        guard status == 0 else { throw ConnectorToolError.buildFailed }
    }

    /// The program itself says what it has.
    func require(_: String) throws(ConnectorToolError) {}

    func menu() async throws -> Int32 {
        try await prepare()
        return try await program.run([built])
    }

    func seed(_ access: ConnectorAccess) async throws {
        try await FixtureSeeding(folder: folder.appending(path: "fixtures")).seed(access.settings(of: folder))
    }

    func run(_ key: String, _ access: ConnectorAccess, _ way: [String]) async throws -> Int32 {
        guard way.allSatisfy({ $0 == "--json" }) else { throw ConnectorToolError.pythonOnly }
        return try await program.run(
            [built, "--entrypoint", key, "--config", "-"],
            input: Data(access.settings(of: folder).serializedBytes()))
    }

    /// The suite is in Python and knows the connector by what goes over its connections; it is in this program.
    func test(_ key: String?, _ options: [String]) async throws -> Int32 {
        try await prepare()
        let suite = FileManager.default.temporaryDirectory.appending(path: "nuntiq-suite-\(getpid())")
        // One that is there already is somebody else's.
        try FileManager.default.createDirectory(
            at: suite, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: suite) }  // left over, it harms nobody
        for (path, text) in ConnectorFiles.all where path.hasPrefix("lib/") || path.hasPrefix("toolkit/") {
            let file = suite.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try await AcceptanceSuite(folder: suite).run(
            ["--project", folder.path, "--program", built], of: key, options)
    }

    func replay(_: String, asJSON _: Bool) async throws -> Int32 { throw ConnectorToolError.pythonOnly }
}
