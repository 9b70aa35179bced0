import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

/// `serve` and `worker` as their users run them.
@Suite
struct ServeTests {
    private func withProgram(
        _ mode: String = "development", _ body: (NuntiqProgram, String) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let environment = ["NUNTIQ_DATA": "\(folder)/data", "NUNTIQ_ENV": mode]
            try await body(NuntiqProgram(folder: folder, environment: environment), "\(folder)/data")
        }
    }

    @Test(.proves("operations/worker-refused-sqlite"))
    func `a worker of its own is refused on SQLite with one line`() async throws {
        try await withProgram { nuntiq, _ in
            let result = try await nuntiq.run("worker")
            #expect(result.status == 1 && result.errors.hasPrefix("error: A worker of its own needs PostgreSQL"))
        }
    }

    @Test(.proves("operations/production-refuses"))
    func `production refuses demo data and a clock offset`() async throws {
        try await withProgram("production") { nuntiq, data in
            let demo = try await nuntiq.run("serve", "--demo")
            let offset = try await nuntiq.run("serve", "--clock-offset", "62d")
            #expect(demo.status == 1 && demo.errors.contains("demo data"))
            #expect(offset.status == 1 && offset.errors.contains("clock"))
            #expect(!FileManager.default.fileExists(atPath: data))
        }
    }

    @Test(
        .proves(
            "operations/serve", "operations/serve-demo-once", "operations/demo-credentials",
            "operations/one-serve-per-folder", "operations/commands-beside-server"))
    func `a demo is seeded once, and tells at each start how to call it`() async throws {
        try await withServerProcess { server in
            try await server.start("--demo")
            let access = try access(of: server)
            #expect(try mode(of: "demo.json", server) == 0o600)
            let second = try await server.program.run("serve")
            #expect(second.status == 1 && second.errors.contains("Another nuntiq serve uses the data folder"))
            _ = try await server.program.json("tenant", "create", "beside", "--name", "Beside")
            #expect(try await server.program.json("invoice", "list", "acme").array?.count == 6)
            let first = try #require(try await server.stop())

            try await server.start("--demo")
            #expect(try self.access(of: server) == access)
            #expect(try await server.program.json("invoice", "list", "acme").array?.count == 6)
            let again = try #require(try await server.stop())
            for result in [first, again] {
                #expect(result.status == 0)
                for name in ["partner_api_key", "partner_rotation_secret", "api_user_api_key"] {
                    #expect(result.output.contains(try #require(access[name]?.string)))
                }
            }
        }
    }

    @Test func `lost demo credentials are replaced, the old ones revoked`() async throws {
        try await withServerProcess { server in
            try await server.start("--demo")
            try await server.stop()
            let lost = try access(of: server)
            try FileManager.default.removeItem(atPath: "\(folder(of: server))/demo.json")
            try await server.start("--demo")
            #expect(try access(of: server)["partner_api_key"] != lost["partner_api_key"])
            let users = try await server.program.json("api-user", "list", "acme").array ?? []
            #expect(users.map { $0["revoked_at"] == .null } == [false, true])
            #expect(try await server.program.json("invoice", "list", "acme").array?.count == 6)
        }
    }

    @Test func `the two calls that a start prints work as they stand`() async throws {
        try await withServerProcess { server in
            try await server.start("--demo")
            let printed = try #require(try await server.stop()).output
            let calls = printed.split(separator: "\n\n").compactMap { part in
                part.firstRange(of: "curl -X POST").map { String(part[$0.lowerBound...]) }
            }
            #expect(calls.count == 2)
            try await server.start()
            let folder = folder(of: server)
            let shell = Shell(workingFolder: URL(filePath: folder), outputFolder: folder)
            var answers: [JSONValue] = []
            for call in calls { answers.append(try JSONValue.parse(try await shell.run(call).output)) }
            #expect(answers.first?["data"]?["invoice_token"]?.string != nil)
            #expect(answers.first?["data"]?["resolution_path"] == "receiving_inbox")
            #expect(answers.last?["leases"]?.array != nil)
        }
    }

    private func folder(of server: ServerProcess) -> String {
        server.program.environment["NUNTIQ_DATA"] ?? ""
    }

    private func access(of server: ServerProcess) throws -> JSONValue {
        try JSONValue.parse(Data(contentsOf: URL(filePath: "\(folder(of: server))/demo.json")))
    }

    private func mode(of file: String, _ server: ServerProcess) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: "\(folder(of: server))/\(file)")[.posixPermissions] as? Int
    }
}
