import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

/// The Python SDK of this repository, as the tests run it.
struct PythonSDK {
    /// The folder that holds `lib`, `main.py` and `tests`.
    static let folder = PythonTool.tests.appending(path: "../sdk/python").standardizedFileURL

    /// A program of the package, as built with these tests.
    static func built(_ name: String) -> URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name)
    }

    /// The oldest and the newest Python that there are, and that of the tests.
    static let interpreters = """
        interpreters() {
          for name in '\(PythonTool.path(of: "python"))' python3.9 python3.13; do
            if "$name" -c 'import http.client' 2>/dev/null; then echo "$name"; fi
          done
        }
        """

    /// Runs a script of bash beside the SDK and fails with what it said; every `unittest` in it must have found tests.
    static func run(_ script: String, for server: JSONObject = [:]) async throws {
        try await withTemporaryFolder { output in
            let shell = Shell(workingFolder: folder, outputFolder: output)
            let result = try await shell.run(
                """
                set -e
                export PYTHONDONTWRITEBYTECODE=1 NUNTIQ_TEST_SERVER='\(JSONValue.object(server).serialized())'
                \(interpreters)
                \(script)
                """)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(!result.errors.contains("Ran 0 tests"), "\(result.errors)")
        }
    }
}

extension ServerProcess {
    /// A tenant of its own with an API user that may do everything a connector does: what the live tests are given.
    func connectorAccess(_ subdomain: String) async throws -> JSONObject {
        let tenant = try await program.json("tenant", "create", subdomain, "--name", "Connectors")
        let permissions =
            "READ_DOCS,READ_DATA,POST_DATA,POST_USER,POST_DOCS,INTEGRATE_INVOICES,LIFECYCLE_WRITE,"
            + "LIFECYCLE_READ_INTERNAL,DELTA_READ,DELTA_WRITE,DELTA_RESET"
        let user = try await program.json("api-user", "create", subdomain, "sdk", "--permissions", permissions)
        return [
            "api_url": .string("http://127.0.0.1:\(port)/api"), "api_key": try #require(user["api_key"]),
            "customer_number": try #require(tenant["customer_number"]),
        ]
    }
}
