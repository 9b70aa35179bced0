import Foundation
import NuntiqModel

/// A folder with `connectors/`, `lib/` and `main.py`.
struct ConnectorProject: RunnableProject {
    private let folder: URL

    /// Finds the project in a folder.
    init(folder path: String) throws(ConnectorToolError) {
        folder = URL(fileURLWithPath: path).standardizedFileURL
        for name in ["connectors", "lib", "main.py"] where !Self.exists(folder.appending(path: name)) {
            throw .noProject(folder.path)
        }
    }

    /// Nothing is to be built.
    func prepare() async throws {}

    /// Throws unless there is a connector of that key.
    func require(_ key: String) throws(ConnectorToolError) {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "connectors").path)) ?? []
        let keys = names.filter { $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }.sorted()
        guard keys.contains(key) else { throw .unknownEntrypoint(key, known: keys) }
    }

    /// Shows the menu of the project.
    func menu() async throws -> Int32 {
        try await ChildProgram(folder: folder).run(["python3", "nuntiq.py"])
    }

    /// Takes the fixtures in.
    func seed(_ access: ConnectorAccess) async throws {
        let status = try await python(["-m", "lib.seeding", "--config", "-"], input: input(access))
        guard status == 0 else { throw ConnectorToolError.seedFailed }
    }

    /// Runs a connector to its end; its exit status.
    func run(_ key: String, _ access: ConnectorAccess, _ way: [String]) async throws -> Int32 {
        let arguments = ["main.py", "--entrypoint", key, "--connector-path", folder.path, "--config", "-"]
        return try await python(arguments + way, input: input(access))
    }

    /// Runs a connector on a recording; its exit status.
    func replay(_ file: String, asJSON: Bool) async throws -> Int32 {
        let arguments = ["main.py", "--connector-path", folder.path, "--replay", Self.absolute(file)]
        return try await python(arguments + (asJSON ? ["--json"] : []), input: nil)
    }

    /// Runs the acceptance suite; its exit status.
    func test(_ key: String?, _ options: [String]) async throws -> Int32 {
        guard Self.exists(folder.appending(path: "toolkit")) else {
            throw ConnectorToolError.toolkitMissing(folder.path)
        }
        return try await AcceptanceSuite(folder: folder).run(["--project", folder.path], of: key, options)
    }

    /// A path that means the same in the folder of the project.
    static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    private func input(_ access: ConnectorAccess) throws -> Data {
        Data(try access.settings(of: folder).serializedBytes())
    }

    private func python(_ arguments: [String], input: Data?) async throws -> Int32 {
        try await ChildProgram(folder: folder).run(["python3"] + arguments, input: input)
    }

    private static func exists(_ file: URL) -> Bool {
        FileManager.default.fileExists(atPath: file.path)
    }
}
