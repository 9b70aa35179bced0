import NuntiqModel
import NuntiqTesting
import Testing

/// `nuntiq maintenance run`, beside a server and without one.
@Suite
struct MaintenanceTests {
    @Test(.proves("operations/maintenance-run"))
    func `a year is tried in a minute, and its mail shows in the server's mailbox`() async throws {
        try await withServerProcess { server in
            let nuntiq = server.program
            _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme", "--timezone", "Europe/Amsterdam")
            _ = try await nuntiq.json("partner", "create", "acme", "Globex", "--notify", "it@globex.example")
            _ = try await nuntiq.json("key", "issue", "acme", "Globex", "--label", "erp", "--expires-days", "90")
            func reminders(_ offset: String) async throws -> JSONValue? {
                let done = try await nuntiq.json(
                    "maintenance", "run", "--task", "supplier_api_maintenance", "--clock-offset", offset)
                #expect(done["tasks"]?.array?.first?["task"] == "supplier_api_maintenance")
                return done["tasks"]?.array?.first?["report"]?["reminders"]
            }
            #expect(try await reminders("31d") == 1)
            try await server.start()
            #expect(try await reminders("83d") == 1)
            #expect(try await reminders("83d") == 0)
            let mails = try await server.client(showing: nil).get("/dev/mail.json")
            #expect(
                mails["messages"]?.array?.map { $0["subject"] } == [
                    "Acme: API key \"erp\" expires in 7 days", "Acme: API key \"erp\" expires in 59 days",
                    "Acme: API key \"erp\" issued",
                ])
            let all = try await nuntiq.json("maintenance", "run")
            #expect((all["tasks"]?.array?.count ?? 0) > 3)
            let link = "http://acme.localhost:\(server.port)/supplier-access/regenerate"
            #expect(mails["messages"]?.array?.first?["text"]?.string?.contains("\n\(link)\n") == true)
        }
    }

    @Test func `a task that nobody knows and a moved clock in production are refused`() async throws {
        try await withTemporaryFolder { folder in
            let nuntiq = NuntiqProgram(folder: folder, environment: ["NUNTIQ_DATA": "\(folder)/data"])
            #expect(try await nuntiq.run("maintenance", "run", "--task", "dust").status == 64)
            let moved = try await nuntiq.run("maintenance", "run", "--clock-offset", "1d")
            #expect(moved.status == 1 && moved.errors.contains("production"))
        }
    }
}
