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
    func run(_ key: String, _ access: ConnectorAccess) async throws -> Int32 {
        let arguments = ["main.py", "--entrypoint", key, "--connector-path", folder.path, "--config", "-"]
        return try await python(arguments, input: try settings(access))
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
    private func python(_ arguments: [String], input: Data?) async throws -> Int32 {
        let process = Process()
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
