import NuntiqModel
import NuntiqTesting
import Testing

/// A supplier in a real browser, against a real server.
@Suite
struct SupplierTests {
    @Test(.proves("access/journey-in-a-browser"), .timeLimit(.minutes(20)))
    func `a supplier walks from the mail's button to the key, with scripts and without`() async throws {
        try await withServerProcess { server in
            try await server.start()
            let nuntiq = server.program
            _ = try await nuntiq.json(
                "tenant", "create", "acme", "--name", "Acme Corp", "--timezone", "Europe/Amsterdam", "--country", "NL")
            let name = "Globex <Logistics> & \"Söhne\" " + String(repeating: "lang", count: 30)
            let partners = [(name, "it@globex.example"), ("Initech", "it@initech.example")]
            for (name, email) in partners {
                _ = try await nuntiq.json("partner", "create", "acme", name, "--notify", email)
                let invited = try await nuntiq.json("partner", "invite", "acme", name)
                #expect(invited["addresses"]?.array == [.string(email)])
            }
            let result = try await BrowserScript.run(
                "supplier", against: server,
                told: [
                    "email": "it@globex.example", "partner": .string(name), "second_email": "it@initech.example",
                ])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }
}
