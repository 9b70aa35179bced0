import Foundation
import Glibc
import NuntiqModel

/// Where a connector calls, and as whom.
struct ConnectorAccess: Sendable {
    let apiURL: String
    let apiKey: String
    /// Where it is known better than the settings do.
    let customerNumber: String?
}

/// A folder with `connectors/`, `lib/` and `main.py`.
struct ConnectorProject: Sendable {
    private let folder: URL

    /// Finds the project in a folder.
    init(folder path: String) throws(ConnectorToolError) {
        folder = URL(fileURLWithPath: path).standardizedFileURL
        for name in ["connectors", "lib", "main.py"] where !Self.exists(folder.appending(path: name)) {
            throw .noProject(folder.path)
        }
    }

    /// Throws unless there is a connector of that key.
    func require(_ key: String) throws(ConnectorToolError) {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "connectors").path)) ?? []
        let keys = names.filter { $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }.sorted()
        guard keys.contains(key) else { throw .unknownEntrypoint(key, known: keys) }
    }

    /// Shows the menu of the project.
    func menu() async throws -> Int32 {
        try await python(["nuntiq.py"], input: nil)
    }

    /// Takes the fixtures in.
    func seed(_ access: ConnectorAccess) async throws {
        let status = try await python(["-m", "lib.seeding", "--config", "-"], input: try settings(access))
        guard status == 0 else { throw ConnectorToolError.seedFailed }
    }

    /// Runs a connector to its end; its exit status.
    func run(_ key: String, _ access: ConnectorAccess, _ way: [String] = []) async throws -> Int32 {
        let arguments = ["main.py", "--entrypoint", key, "--connector-path", folder.path, "--config", "-"]
        return try await python(arguments + way, input: try settings(access))
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
        let arguments =
            ["-m", "toolkit.acceptance", "--project", folder.path] + (key.map { ["--entrypoint", $0] } ?? [])
        // The suite starts a server of its own, by the program that runs here.
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return try await python(arguments + options, input: nil, environment: ["NUNTIQ_PROGRAM": program])
    }

    /// A path that means the same in the folder of the project.
    static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// The settings of the project, as the run gets them: by standard input, never by argument or environment.
    private func settings(_ access: ConnectorAccess) throws -> Data {
        let file = folder.appending(path: "settings.json")
        var settings: JSONObject = [:]
        if Self.exists(file) {
            guard let object = (try? JSONValue.parse(Array(try Data(contentsOf: file))))?.object else {
                throw ConnectorToolError.settingsInvalid(file.path)
            }
            settings = object
        }
        settings["api_url"] = .string(access.apiURL)
        settings["api_key"] = .string(access.apiKey)
        if let number = access.customerNumber { settings["customer_number"] = .string(number) }
        return Data(JSONValue.object(settings).serializedBytes())
    }

    /// Runs Python in the project with the terminal of this command; its exit status.
    private func python(
        _ arguments: [String], input: Data?, environment: [String: String] = [:]
    ) async throws -> Int32 {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.currentDirectoryURL = folder
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
                return done.resume(throwing: ConnectorToolError.programMissing("python3"))
            }
            guard let input else { return }
            try? pipe.fileHandleForWriting.write(contentsOf: input)  // a child that is gone says why by its status
            try? pipe.fileHandleForWriting.close()
        }
    }

    private static func exists(_ file: URL) -> Bool {
        FileManager.default.fileExists(atPath: file.path)
    }
}
