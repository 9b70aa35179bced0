import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// Invitations, what became of them, and preferences.
@Suite
struct InvitationTests {
    @Test(.proves("access/invitation-state"), arguments: TestDatabase.allCases)
    func `an invitation is sent, opened, has its code asked for, and brings a key`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let access = nuntiq.app.supplierAccess
            func stages() async throws -> [InvitationState.Stage] {
                try await access.invitations(of: nuntiq.partner.id, in: nuntiq.tenant.id).map(\.stage)
            }
            #expect(try await stages().isEmpty)
            let link = try await nuntiq.invited()
            #expect(try await stages() == [.sent])
            try await access.open(AccessToken(link), in: nil)
            #expect(try await stages() == [.opened])
            _ = try await nuntiq.access("request-code", ["token": .string(link)])
            #expect(try await stages() == [.codeRequested])
            let code = JSONValue.string(try await nuntiq.code())
            let claim = try await nuntiq.access("validate", ["token": .string(link), "code": code])
            let body: JSONValue = ["claim_token": claim["data"]?["claim_token"] ?? .null, "label": "x"]
            #expect(try await nuntiq.access("mint", body).status == 201)
            #expect(try await stages() == [.keyIssued])
        }
    }

    @Test(.proves("access/preferences-rows"), arguments: TestDatabase.allCases)
    func `preferences are read and changed by their token`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let path = "/api/v1/partner/supplier-access/email-preferences"
            let token = try await nuntiq.app.emailPreferences.token(
                for: TestNuntiq.email, of: nuntiq.partner.id, in: nuntiq.tenant.id)
            let names = [
                "reminder_advance", "reminder_imminent", "reminder_expired", "key_issued", "invoice_needs_attention",
            ]
            let all = try await nuntiq.stranger.get("\(path)?token=\(token)")
            #expect(all.status == 200 && all["data"]?["preferences"]?.object?.keys == names)
            #expect(names.allSatisfy { all["data"]?["preferences"]?[$0] == true })
            #expect(try await nuntiq.stranger.get(path).status == 400)
            #expect(try await nuntiq.stranger.get("\(path)?token=x").status == 404)
            let wrong: [(JSONValue, Int)] = [
                ([:], 400), (["token": .string(token)], 400), (["preferences": [:]], 400),
                (["token": .string(token), "preferences": ["key_issued": "no"]], 400),
                (["token": .string(token), "preferences": ["key_issued": .null]], 400),
                (["token": .string(token), "preferences": true], 400), (["token": "x", "preferences": [:]], 404),
            ]
            for (body, status) in wrong {
                #expect(try await nuntiq.stranger.post(path, body).status == status, "\(body)")
            }
            let changed = try await nuntiq.stranger.post(
                path, ["token": .string(token), "preferences": ["key_issued": false, "later": true]])
            #expect(changed.status == 200 && changed["data"]?["preferences"]?["key_issued"] == false)
            #expect(changed["data"]?["preferences"]?["reminder_advance"] == true)
            _ = try await nuntiq.otherTenant()
            #expect(try await nuntiq.stranger.at("initech.localhost").get("\(path)?token=\(token)").status == 404)
        }
    }

    @Test(.proves("access/unsubscribe"), arguments: TestDatabase.allCases)
    func `a mail program switches one category off, and a GET none`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.app.emailPreferences.token(
                for: TestNuntiq.email, of: nuntiq.partner.id, in: nuntiq.tenant.id)
            let client = nuntiq.stranger.at("acme.localhost")
            let path = "/supplier-access/unsubscribe?token=\(token)&category=reminder_imminent"
            #expect(try await client.get(path).status == 200)
            #expect(try await nuntiq.app.emailPreferences.find(token).muted.isEmpty)
            let click = Body.text("List-Unsubscribe=One-Click", contentType: "application/x-www-form-urlencoded")
            #expect(try await client.call(.post, path, body: click).status == 200)
            #expect(try await nuntiq.app.emailPreferences.find(token).muted == [.reminderImminent])
            for (query, status) in [
                ("token=x&category=key_issued", 404), ("token=\(token)&category=all", 400), ("", 400),
            ] {
                let answer = try await client.call(.post, "/supplier-access/unsubscribe?\(query)", body: click)
                #expect(answer.status == status, "\(query)")
            }
        }
    }
}
