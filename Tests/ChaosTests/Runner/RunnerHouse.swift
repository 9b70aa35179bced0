import Foundation
import NuntiqModel
import NuntiqTesting

/// A real server that runs connectors from a folder of its own, beside commands.
struct RunnerHouse: Sendable {
    let server: ServerProcess
    let folder: String

    var program: NuntiqProgram { server.program }
    /// The folder of work folders.
    var workRoot: String { "\(folder)/tmp/connector_run" }

    /// Runs `body` with a server that has a tenant `acme` and these connectors in its bundle `shared`.
    static func with(
        _ connectors: [String: String], _ body: @escaping @Sendable (RunnerHouse) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            // The users of runs must be able to walk to the bundles.
            for path in ["", "/tmp", "/connectors/shared/connectors"] {
                try FileManager.default.createDirectory(
                    atPath: folder + path, withIntermediateDirectories: true)
            }
            for path in ["", "/tmp", "/connectors", "/connectors/shared", "/connectors/shared/connectors"] {
                chmod(folder + path, 0o755)
            }
            for (name, text) in connectors {
                let path = "\(folder)/connectors/shared/connectors/\(name).py"
                try text.write(toFile: path, atomically: true, encoding: .utf8)
                chmod(path, 0o644)
            }
            let server = try ServerProcess(
                folder: folder,
                environment: [
                    "NUNTIQ_CONNECTORS": "\(folder)/connectors", "TMPDIR": "\(folder)/tmp",
                    "ERP_ADMIN": "of-the-parent-alone",
                ])
            let house = RunnerHouse(server: server, folder: folder)
            do {
                try await server.start()
                _ = try await house.program.json("tenant", "create", "acme", "--name", "Acme")
                try await body(house)
                try await server.kill()
            } catch {
                try await server.kill()
                throw error
            }
        }
    }

    /// Makes an instance of a connector under its own name.
    func add(_ name: String, config: JSONObject = [:], _ more: String...) async throws {
        let file = "\(folder)/\(name).json"
        try JSONValue.object(config).serialized().write(toFile: file, atomically: true, encoding: .utf8)
        let all = ["connector", "add", "acme", name, "--entrypoint", name, "--settings", file]
        let permissions = ["--permissions", "READ_DATA,INTEGRATE_INVOICES,READ_DOCS,DELTA_READ,DELTA_WRITE"]
        let result = try await program.start(all + permissions + more).end()
        guard result.status == 0 else { throw HouseError(message: result.errors) }
    }

    /// Runs an instance now and waits for its end: `{run, log}`.
    func run(_ name: String) async throws -> JSONValue {
        _ = try await program.json("connector", "start", "acme", name)
        return try await end(name)
    }

    /// Waits for the end of the latest run.
    func end(_ name: String) async throws -> JSONValue {
        try await program.json("connector", "logs", "acme", name, "--follow")
    }

    /// Waits until the latest run has logged a line.
    func said(_ name: String) async throws {
        for _ in 0..<200 {
            let lines = try await program.json("connector", "logs", "acme", name)["log"]?.array ?? []
            if lines.contains(where: { $0["level"] != "DEBUG" }) { return }
        }
        throw HouseError(message: "\(name) says nothing")
    }

    /// The processes whose arguments hold a text.
    func processes(holding text: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
            guard Int(name) != nil, let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
                return false
            }
            return String(decoding: line, as: UTF8.self).contains(text) && Int32(name) != getpid()
        }
    }

    /// What is left of work folders.
    func workFolders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: workRoot).filter { !$0.hasPrefix(".sdk") }
    }
}

struct HouseError: Error {
    let message: String
}
