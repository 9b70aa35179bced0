import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct EmailPreferenceTests {
    @Test(.proves("mail/preferences-token"), arguments: TestDatabase.allCases)
    func `a recipient has one token of 48 hexadecimal digits, and all is on`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let preferences = nuntiq.app.emailPreferences
            func token(_ email: String, _ account: Int64) async throws -> String {
                try await preferences.token(for: email, of: account, in: nuntiq.tenant.id)
            }
            let first = try await token("IT@globex.example", nuntiq.partner.id)
            #expect(first.count == 48 && first.allSatisfy { $0.isHexDigit && !$0.isUppercase })
            #expect(try await token("it@globex.example", nuntiq.partner.id) == first)
            #expect(try await token("it@globex.example", nuntiq.partner.id + 1) != first)
            #expect(try await token("ap@globex.example", nuntiq.partner.id) != first)
            let found = try await preferences.find(first)
            #expect(found.tenant == nuntiq.tenant.id && found.account == nuntiq.partner.id)
            #expect(found.email == "it@globex.example")
            #expect(MailCategory.allCases.allSatisfy(found.isOn))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `what is switched stays so, what is not named stays as it was`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let preferences = nuntiq.app.emailPreferences
            let token = try await preferences.token(
                for: "it@globex.example", of: nuntiq.partner.id, in: nuntiq.tenant.id)
            var changed = try await preferences.set([.keyIssued: false, .reminderAdvance: false], for: token)
            #expect(changed.muted == [.keyIssued, .reminderAdvance] && !changed.isSilentAboutKeys)
            changed = try await preferences.set([.keyIssued: true, .reminderImminent: false], for: token)
            #expect(changed.muted == [.reminderAdvance, .reminderImminent])
            #expect(try await preferences.find(token) == changed)
            changed = try await preferences.set([.keyIssued: false, .reminderExpired: false], for: token)
            #expect(changed.isSilentAboutKeys && changed.isOn(.invoiceNeedsAttention))
        }
    }

    @Test(arguments: ["", "x", String(repeating: "0", count: 48), String(repeating: "g", count: 48)])
    func `another token leads nowhere`(token: String) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            await #expect(throws: MailPreferenceError.unknownToken) {
                try await nuntiq.app.emailPreferences.find(token)
            }
            await #expect(throws: MailPreferenceError.unknownToken) {
                try await nuntiq.app.emailPreferences.set([.keyIssued: false], for: token)
            }
        }
    }
}
