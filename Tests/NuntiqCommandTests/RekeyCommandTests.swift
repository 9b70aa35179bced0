import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

/// `nuntiq rekey` beside a working server, then at its next start.
@Suite
struct RekeyCommandTests {
    @Test(.timeLimit(.minutes(20)))
    func `callers' keys outlive the master key, and the old file starts nothing`() async throws {
        try await withTemporaryFolder { folder in
            let file = "\(folder)/data/secret.key"
            try await withServerProcess(environment: ["NUNTIQ_DATA": "\(folder)/data"]) { server in
                let nuntiq = server.program
                try await server.start()
                _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme")
                _ = try await nuntiq.json("partner", "create", "acme", "Globex")
                let key = try await nuntiq.json("key", "issue", "acme", "Globex", "--label", "erp")["api_key"]?.string
                let before = try Data(contentsOf: URL(fileURLWithPath: file))
                let outcome = try await nuntiq.json("rekey")
                #expect(outcome["adopted"] == true && outcome["master_key"] != outcome["previous"])
                #expect(try await status(server, key) == 200)
                try await server.stop()
                try await server.start()
                #expect(try await status(server, key) == 200)
                try await server.stop()
                try before.write(to: URL(fileURLWithPath: file))
                let refused = try await nuntiq.start(["tenant", "list", "--json"]).end()
                #expect(refused.status != 0 && refused.errors.contains("secret_of_other_installation"))
            }
        }
    }

    private func status(_ server: ServerProcess, _ key: String?) async throws -> Int {
        try await server.client(showing: key).get("/api/v1/partner/account/keys").status
    }
}
