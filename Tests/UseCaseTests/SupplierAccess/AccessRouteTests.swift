import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// Every row of the table of endpoints, over HTTP.
@Suite
struct AccessRouteTests {
    @Test(.proves("access/flow", "access/mint-201"), arguments: TestDatabase.allCases)
    func `a link, a code and a claim token bring a key that submits`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let link = try await nuntiq.invited()
            let sent = try await nuntiq.access("request-code", ["token": .string(link)])
            #expect(sent.status == 200 && sent["data"]?["email"] == "i•••••@globex.example")
            #expect(sent["data"]?["codes_left"] == 4)
            let code = try await nuntiq.code()
            let spaced: JSONValue = .string(" \(code.prefix(3)) \(code.suffix(3)) ")
            let validated = try await nuntiq.access("validate", ["token": .string(link), "code": spaced])
            #expect(validated.status == 200)
            let claim = validated["data"]?["claim_token"] ?? .null
            let minted = try await nuntiq.access("mint", ["claim_token": claim, "label": " prod-ingest "])
            #expect(minted.status == 201 && minted["success"] == true)
            let data = try #require(minted["data"]?.object)
            #expect(data["label"] == "prod-ingest" && data["expires_interval_days"] == 90)
            #expect(data["expires_at"] == (nuntiq.clock.now + .seconds(86_400 * 90)).json)
            let key = nuntiq.partnerAPI.showing(data["api_key"]?.string)
            #expect(try await key.get("/api/v1/partner/account/keys").text.contains("prod-ingest"))
            let stored = try await nuntiq.app.database.read { tx in
                try tx.query("SELECT facts FROM outbox WHERE tenant = ?", [nuntiq.tenant.id]).map { try $0.text(0) }
            }
            for secret in [link, code, claim.string ?? "-", data["api_key"]?.string ?? "-"] {
                #expect(!stored.joined().contains(secret), "no secret is stored as it is")
            }
        }
    }

    @Test(.proves("access/request-code-rows"), arguments: TestDatabase.allCases)
    func `a code is asked for with a live link only, five times`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            #expect(try await nuntiq.access("request-code", [:]).fields == ["token"])
            for unknown in ["x", String(repeating: "0", count: 48), "' OR 1=1 --"] {
                let answer = try await nuntiq.access("request-code", ["token": .string(unknown)])
                #expect(answer.status == 401 && answer["error"] == "access_link_invalid")
            }
            let link: JSONValue = ["token": .string(try await nuntiq.invited())]
            for left in 0..<5 {
                let answer = try await nuntiq.access("request-code", link)
                #expect(answer["data"]?["codes_left"] == .number(JSONNumber(Int64(4 - left))))
            }
            let sixth = try await nuntiq.access("request-code", link)
            #expect(sixth.status == 429 && sixth["error"] == "code_limit_reached")
            #expect(sixth.header("Retry-After") == "900")
            nuntiq.clock.advance(by: .seconds(900))
            let late = try await nuntiq.access("request-code", link)
            #expect(late.status == 410 && late["error"] == "access_link_expired")
        }
    }

    @Test(.proves("access/validate-rows", "access/five-wrong-lock"), arguments: TestDatabase.allCases)
    func `the fifth wrong code locks the link, for codes and for good`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let link = JSONValue.string(try await nuntiq.invited())
            _ = try await nuntiq.access("request-code", ["token": link])
            let code = try await nuntiq.code()
            let wrong = nuntiq.wrong(code)
            #expect(try await nuntiq.access("validate", [:]).fields == ["token", "code"])
            for left in [4, 3, 2, 1] {
                let answer = try await nuntiq.access("validate", ["token": link, "code": wrong])
                #expect(answer.status == 401 && answer["error"] == "code_wrong")
                #expect(answer["tries_left"] == .number(JSONNumber(Int64(left))))
            }
            for body: JSONValue in [["token": link, "code": wrong], ["token": link, "code": .string(code)]] {
                let answer = try await nuntiq.access("validate", body)
                #expect(answer.status == 423 && answer["error"] == "access_locked")
            }
            #expect(try await nuntiq.access("request-code", ["token": link]).status == 423)
        }
    }

    @Test(.proves("access/newest-code", "access/code-10-minutes"), arguments: TestDatabase.allCases)
    func `only the newest code counts, for ten minutes, once`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let link = JSONValue.string(try await nuntiq.invited())
            _ = try await nuntiq.access("request-code", ["token": link])
            let first = try await nuntiq.code()
            _ = try await nuntiq.access("request-code", ["token": link])
            let second = try await nuntiq.code()
            if first != second {
                let old = try await nuntiq.access("validate", ["token": link, "code": .string(first)])
                #expect(old.status == 401)
            }
            nuntiq.clock.advance(by: .seconds(600))
            let late = try await nuntiq.access("validate", ["token": link, "code": .string(second)])
            #expect(late.status == 410 && late["error"] == "code_expired")
            _ = try await nuntiq.access("request-code", ["token": link])
            let third = JSONValue.string(try await nuntiq.code())
            #expect(try await nuntiq.access("validate", ["token": link, "code": third]).status == 200)
            let again = try await nuntiq.access("validate", ["token": link, "code": third])
            #expect(again.status == 410 && again["error"] == "code_used")
        }
    }

    @Test(.proves("access/mint-rows", "access/400-409-consume-nothing"), arguments: TestDatabase.allCases)
    func `what is wrong with a label spends nothing, a key spends link and claim`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let claim = JSONValue.string(try await nuntiq.provenClaim())
            let link = JSONValue.string(try await nuntiq.link())
            #expect(try await nuntiq.access("mint", [:]).fields == ["claim_token", "label"])
            let wrong: [JSONValue] = [
                ["claim_token": claim, "label": " "],
                ["claim_token": claim, "label": "x", "expires_interval_days": 31],
                ["claim_token": claim, "label": "x", "replace": "yes"],
            ]
            for body in wrong { #expect(try await nuntiq.access("mint", body).status == 400) }
            let taken = try await nuntiq.access("mint", ["claim_token": claim, "label": "PRODUCTION"])
            #expect(taken.status == 409 && taken["error"] == "key_label_taken")
            #expect(try await nuntiq.access("mint", ["claim_token": "x", "label": "x"]).status == 401)
            let body: JSONValue = ["claim_token": claim, "label": "x", "expires_interval_days": .null]
            let minted = try await nuntiq.access("mint", body)
            #expect(minted.status == 201 && minted["data"]?["expires_at"] == .null)
            let spent = try await nuntiq.access("mint", ["claim_token": claim, "label": "y"])
            #expect(spent.status == 410 && spent["error"] == "claim_token_over")
            let used = try await nuntiq.access("request-code", ["token": link])
            #expect(used.status == 410 && used["error"] == "access_link_used")
            #expect(try await nuntiq.access("validate", ["token": link, "code": "1"]).status == 410)
        }
    }

    @Test(.proves("access/claim-10-minutes", "access/inactive-410"), arguments: TestDatabase.allCases)
    func `a claim token ends after ten minutes and with its account`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let late = JSONValue.string(try await nuntiq.provenClaim())
            nuntiq.clock.advance(by: .seconds(600))
            #expect(try await nuntiq.access("mint", ["claim_token": late, "label": "x"]).status == 410)
            let claim = JSONValue.string(try await nuntiq.provenClaim())
            let link = JSONValue.string(try await nuntiq.invited())
            _ = try await Partners(database: nuntiq.app.database)
                .deactivate(nuntiq.partner.id, in: nuntiq.tenant.id, by: .console)
            let minted = try await nuntiq.access("mint", ["claim_token": claim, "label": "x"])
            #expect(minted.status == 410 && minted["error"] == "account_inactive")
            #expect(try await nuntiq.access("request-code", ["token": link]).status == 410)
        }
    }

    @Test(.proves("access/replace-4-hours"), arguments: TestDatabase.allCases)
    func `a replaced key works four more hours, and only submits and reads`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            nuntiq.clock.advance(by: .seconds(1))
            let body: JSONValue = [
                "claim_token": .string(try await nuntiq.provenClaim()), "label": "Production", "replace": true,
            ]
            let minted = try await nuntiq.access("mint", body)
            #expect(minted.status == 201)
            let keys = "/api/v1/partner/account/keys"
            let list = try await nuntiq.partnerAPI.showing(minted["data"]?["api_key"]?.string).get(keys)
            let shown = try #require(list["data"]?["keys"]?.array)
            #expect(shown.map { $0["label"] } == ["Production", "production"])
            #expect(shown[0]["grace_until"] == (nuntiq.clock.now + .seconds(4 * 3_600)).json)
            #expect(shown[1]["revoked_at"] != .null)
            #expect(try await nuntiq.partnerAPI.get(keys).status == 200, "the old key reads")
            #expect(try await nuntiq.partnerAPI.post(keys, ["label": "z"]).status == 403, "and manages nothing")
            let report = try await Doctor(database: nuntiq.app.database, blobs: nuntiq.app.installation.blobs).examine()
            #expect(report.isSound, "\(report)")
            nuntiq.clock.advance(by: .seconds(4 * 3_600 + 2))
            let later = try await nuntiq.withFreshNode { try await $0.partnerAPI.get(keys) }
            #expect(later.status == 401)
        }
    }

    @Test(.proves("access/tenant-of-host"), arguments: TestDatabase.allCases)
    func `a token of another tenant than the host's opens nothing`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            _ = try await nuntiq.otherTenant()
            let link = JSONValue.string(try await nuntiq.invited())
            for (host, subdomain) in [("initech.localhost", nil), ("localhost", "initech"), ("localhost", "nobody")] {
                var body: JSONObject = ["token": link]
                body["subdomain"] = subdomain.map(JSONValue.string)
                let answer = try await nuntiq.access("request-code", .object(body), at: host)
                #expect(answer.status == 401 && answer["error"] == "access_link_invalid")
            }
            #expect(try await nuntiq.access("request-code", ["token": link], at: "acme.localhost").status == 200)
            let named: JSONValue = ["token": link, "subdomain": "ACME"]
            #expect(try await nuntiq.access("request-code", named).status == 200)
            let code = JSONValue.string(try await nuntiq.code())
            let foreign = try await nuntiq.access("validate", ["token": link, "code": code], at: "initech.localhost")
            #expect(foreign.status == 401)
            let claim = try await nuntiq.access("validate", ["token": link, "code": code])["data"]?["claim_token"]
            let mint: JSONValue = ["claim_token": claim ?? .null, "label": "x"]
            #expect(try await nuntiq.access("mint", mint, at: "initech.localhost").status == 401)
            #expect(try await nuntiq.access("mint", mint, at: "acme.localhost").status == 201)
        }
    }
}
