import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct InvoicesTests {
    @Test func `one invoice is followed from the list to its timeline in a browser`() async throws {
        try await withServerProcess { server in
            try await server.start("--demo")
            let email = "ada@acme.example"
            let made = try await server.program.run("user", "create", "acme", email, "--role", "clerk", "--json")
            let link = try JSONValue.parse(made.output)["password_link"] ?? .null
            let result = try await BrowserScript.run(
                "invoices", against: server, told: ["email": .string(email), "link": link])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }
}
