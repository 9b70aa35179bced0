import NuntiqTesting
import Testing

@Suite
struct FoundationTests {
    @Test func `error pages look and work as pages in a browser`() async throws {
        try await withServerProcess { server in
            try await server.start("--demo")
            let result = try await BrowserScript.run("foundation", against: server)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }
}
