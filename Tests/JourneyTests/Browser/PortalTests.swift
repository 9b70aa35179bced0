import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct PortalTests {
    @Test(.proves("portals/in-a-browser"))
    func `the portal works in a browser, by pointer and by keys, with and without scripts`() async throws {
        try await withServerProcess { server in
            try await server.start("--demo")
            let data = try #require(server.program.environment["NUNTIQ_DATA"])
            let demo = try JSONValue.parse(Array(Data(contentsOf: URL(filePath: "\(data)/demo.json"))))
            let result = try await BrowserScript.run(
                "portal", against: server, told: ["people": demo["people"] ?? .array([])])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }
}
