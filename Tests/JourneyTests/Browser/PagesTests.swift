import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct PagesTests {
    @Test(.proves("portals/every-page-accessible"), .startsEarly, .timeLimit(.minutes(20)))
    func `every page passes axe in light and dark, and never scrolls sideways at 360 px`() async throws {
        try await withServerProcess { server in
            try await server.start("--demo")
            let program = server.program
            let data = try #require(program.environment["NUNTIQ_DATA"])
            let demo = try JSONValue.parse(Array(Data(contentsOf: URL(filePath: "\(data)/demo.json"))))
            _ = try await program.json("tenant", "create", "empty", "--name", "Empty Ltd")
            let made = try await program.json("user", "create", "empty", "boss@empty.example", "--role", "admin")
            let password = "seven green bottles"
            try await choose(password, by: made["password_link"]?.string ?? "", of: server)
            let newcomer: JSONValue = [
                "email": "boss@empty.example", "password": .string(password), "host": "empty",
            ]
            let told: JSONObject = ["people": demo["people"] ?? .array([]), "newcomer": newcomer]
            let result = try await BrowserScript.run("pages", against: server, told: told)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }

    /// Sets the first password as the link's page does.
    private func choose(_ password: String, by link: String, of server: ServerProcess) async throws {
        let token = String(link.split(separator: "=").last ?? "")
        let browser = TestBrowser(server.client(showing: nil), at: "empty.localhost")
        let set = try await browser.submit(
            "/set-password", on: "/set-password?token=\(token)", ["token": token, "password": password])
        #expect(set.status == 303)
    }
}
