import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

/// The switches of a recipient, in a real browser.
@Suite
struct PreferenceTests {
    @Test(.proves("access/preferences-in-a-browser"), .timeLimit(.minutes(20)))
    func `switches are saved as they are flipped, and by a button without scripts`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let token = try await nuntiq.app.emailPreferences.token(
                for: "it@globex.example", of: nuntiq.partner.id, in: nuntiq.tenant.id)
            let result = try await BrowserScript.run("preferences", port: nuntiq.port, told: ["token": .string(token)])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }
}
