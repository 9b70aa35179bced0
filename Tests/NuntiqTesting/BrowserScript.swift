import Foundation
public import NuntiqModel

/// The scripts of `Tests/Browser`, which drive a real Chromium against a real server.
public enum BrowserScript {
    /// Runs a script against a server; `told` is what it is to know beside the port.
    public static func run(
        _ name: String, against server: ServerProcess, told: JSONObject = [:]
    ) async throws -> ProgramResult {
        try await run(name, port: server.port, told: told)
    }

    /// Runs a script against a node of the test itself.
    public static func run(_ name: String, port: Int, told: JSONObject = [:]) async throws -> ProgramResult {
        var told = told
        told["port"] = .number(JSONNumber(Int64(port)))
        let folder = PythonTool.tests.appending(path: "Browser")
        return try await withTemporaryFolder { output in
            try await RunningProgram(
                executable: URL(filePath: "/usr/bin/env"),
                arguments: [
                    PythonTool.path(of: "python"), "-B", folder.appending(path: "\(name).py").path,
                    JSONValue.object(told).serialized(),
                ],
                environment: ProcessInfo.processInfo.environment, output: "\(output)/\(name)"
            ).end()
        }
    }
}
