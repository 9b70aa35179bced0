import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct KeyRouteTests {
    static let keys = TestNuntiq.keysPath

    @Test(.proves("partner/keys-list"), arguments: TestDatabase.allCases)
    func `the list has every key of the account and no secret`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            nuntiq.clock.advance(by: .seconds(60))
            let wish: JSONValue = ["label": "Second", "expires_interval_days": .null]
            let made = try await nuntiq.partnerAPI.post(Self.keys, wish)
            let id = made["data"]?["id"]?.string ?? ""
            _ = try await nuntiq.partnerAPI.call(.delete, "\(Self.keys)/\(id)")
            try await nuntiq.app.authentication.usage.flush()
            let answer = try await nuntiq.partnerAPI.get(Self.keys)
            #expect(answer.status == 200 && answer["success"] == true)
            let keys = try #require(answer["data"]?["keys"]?.array)
            #expect(keys.map { $0["label"] } == ["Second", "production"])
            #expect(
                keys[0].object?.keys == [
                    "id", "label", "prefix", "last_4", "created_at", "expires_at", "expires_interval_days",
                    "last_used_at", "revoked_at", "grace_until",
                ])
            #expect(keys[0]["revoked_at"] == nuntiq.clock.now.json && keys[0]["expires_at"] == .null)
            #expect(keys[0]["expires_interval_days"] == .null && keys[0]["last_used_at"] == .null)
            #expect(keys[1]["id"] == nuntiq.key.key.id.json && keys[1]["revoked_at"] == .null)
            #expect(keys[1]["last_4"] == .string(nuntiq.key.key.last4) && keys[1]["expires_interval_days"] == 90)
            #expect(keys[1]["last_used_at"] == nuntiq.clock.now.json)
            #expect(!answer.text.contains(nuntiq.key.apiKey) && !answer.text.contains("rs_"))
        }
    }

    @Test(.proves("partner/keys-create-201"), arguments: TestDatabase.allCases)
    func `a new key is a 201 with its credentials, this once`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let answer = try await nuntiq.partnerAPI.post(Self.keys, ["label": "  night batch "])
            #expect(answer.status == 201 && answer["success"] == true)
            let data = try #require(answer["data"]?.object)
            #expect(
                Set(data.keys) == [
                    "id", "label", "api_key", "rotation_secret", "prefix", "last_4", "created_at", "expires_at",
                    "expires_interval_days",
                ])
            #expect(data["label"] == "night batch" && data["expires_interval_days"] == 90)
            #expect(data["expires_at"] == (nuntiq.clock.now + .seconds(86_400 * 90)).json)
            let made = nuntiq.partnerAPI.showing(data["api_key"]?.string)
            #expect(try await made.get(Self.keys).text.contains("night batch"))
            let list = try await nuntiq.partnerAPI.get(Self.keys)
            #expect(!list.text.contains(data["api_key"]?.string ?? "api_key"))
            let until = (nuntiq.clock.now + .seconds(90)).json
            let both = try await nuntiq.partnerAPI.post(
                Self.keys, ["label": "both", "expires_interval_days": 30, "expires_at": until])
            #expect(both["data"]?["expires_at"] == until && both["data"]?["expires_interval_days"] == .null)
        }
    }

    @Test(.proves("partner/keys-create-400", "partner/keys-create-409"), arguments: TestDatabase.allCases)
    func `a wrong label or expiry is a 400, a label in use a 409`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let past = nuntiq.clock.now.json
            let wrong: [(JSONValue, [String])] = [
                ([:], ["label"]), (["label": .null], ["label"]), (["label": " "], ["label"]), (["label": 7], ["label"]),
                (["label": .string(String(repeating: "x", count: 65))], ["label"]),
                (["label": "l", "expires_at": "soon"], ["expires_at"]),
                (["label": "l", "expires_at": past], ["expires_at"]),
                (["label": "l", "expires_interval_days": 31], ["expires_interval_days"]),
                (["label": "l", "expires_interval_days": "90"], ["expires_interval_days"]),
                (["expires_at": past, "expires_interval_days": 0], ["label", "expires_interval_days", "expires_at"]),
            ]
            for (body, fields) in wrong {
                let answer = try await nuntiq.partnerAPI.post(Self.keys, body)
                #expect(answer.status == 400 && answer["error"] == "validation_failed", "\(body)")
                #expect(answer.fields == fields, "\(body)")
            }
            #expect(try await nuntiq.partnerAPI.call(.post, Self.keys).status == 400)
            let taken = try await nuntiq.partnerAPI.post(Self.keys, ["label": "PRODUCTION"])
            #expect(taken.status == 409 && taken["error"] == "key_label_taken")
            #expect(try await nuntiq.partnerAPI.get(Self.keys)["data"]?["keys"]?.array?.count == 1)
        }
    }

    @Test(
        .proves("partner/keys-revoke-200", "partner/keys-revoke-current-400", "partner/keys-revoke-404"),
        arguments: TestDatabase.allCases)
    func `another key of the account is revoked, the own one and foreign ones are not`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let made = try await nuntiq.partnerAPI.post(Self.keys, ["label": "second"])
            let (id, apiKey) = (made["data"]?["id"]?.string ?? "", made["data"]?["api_key"]?.string ?? "")
            let second = nuntiq.partnerAPI.showing(apiKey)
            let rotated = try await nuntiq.rotate(id, apiKey, made["data"]?["rotation_secret"]?.string)
            #expect(rotated.status == 200)
            let current = try await second.showing(rotated.text("api_key")).call(.delete, "\(Self.keys)/\(id)")
            #expect(current.status == 400 && current["error"] == "key_is_current")
            let answer = try await nuntiq.partnerAPI.call(.delete, "\(Self.keys)/\(id)")
            #expect(answer.status == 200)
            #expect(answer["data"]?["revoked_at"] == nuntiq.clock.now.json)
            #expect(answer["data"]?["grace_until"] == .null)
            for key in [apiKey, rotated.text("api_key")] {
                let refused = try await second.showing(key).get(Self.keys)
                #expect(refused.status == 401 && refused["message"] == "Invalid API Key")
            }
            let foreign = try await nuntiq.foreignKey()
            for id in [id, nuntiq.user.user.id.description, foreign.key.id.description, "no-id", "%20"] {
                let answer = try await nuntiq.partnerAPI.call(.delete, "\(Self.keys)/\(id)")
                #expect(answer.status == 404 && answer["error"] == "key_not_found", "\(id)")
            }
            #expect(try await nuntiq.partnerAPI.showing(foreign.apiKey).get(Self.keys).status == 200)
        }
    }

    @Test(
        .proves("partner/grace-may-submit-and-read", "partner/grace-may-not-manage"), arguments: TestDatabase.allCases)
    func `a key in grace submits and reads, and manages nothing`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let other = try await nuntiq.partnerAPI.post(Self.keys, ["label": "other"])
            let id = other["data"]?["id"]?.string ?? ""
            #expect(try await nuntiq.rotate().status == 200)
            let old = nuntiq.partnerAPI
            let submitted = try await old.call(
                .post, TestNuntiq.submissionPath, body: .text(SubmissionHTTPTests.example))
            #expect(submitted.status == 200)
            #expect(try await old.get(Self.keys).status == 200)
            for answer in [
                try await old.post(Self.keys, ["label": "x"]), try await old.call(.delete, "\(Self.keys)/\(id)"),
            ] {
                #expect(answer.status == 403 && answer["error"] == "key_in_grace")
            }
            let again = try await nuntiq.rotate()
            #expect(again.status == 401 && again["error"] == "rotation_refused")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an account has a hundred live keys at most`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            for number in 1...100 { _ = try await accounts.issue("key \(number)") }
            await #expect(throws: KeyError.tooMany(100)) { try await accounts.issue("one more") }
            let list = try await accounts.keys.list(of: accounts.globex.id, in: accounts.acme.id)
            _ = try await accounts.keys.revoke(list[0].id, in: accounts.acme.id, by: .console)
            _ = try await accounts.issue("one more")
        }
    }

    @Test(.proves("partner/api-user-may-submit"), arguments: TestDatabase.allCases)
    func `an API user with the permission submits, and has no partner's keys`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let user = nuntiq.customerAPI.showing(
                try await nuntiq.user("submitter", [.submitSupplierInvoice]).apiKey)
            let submitted = try await user.call(
                .post, TestNuntiq.submissionPath, body: .text(SubmissionHTTPTests.example))
            #expect(submitted.status == 200)
            let id = nuntiq.key.key.id
            for answer in [
                try await user.get(Self.keys), try await user.post(Self.keys, ["label": "x"]),
                try await user.call(.delete, "\(Self.keys)/\(id)"),
                try await user.call(.post, "\(Self.keys)/\(id)/rotate"),
            ] {
                #expect(answer.status == 403 && answer["error"] == "partner_key_needed")
            }
        }
    }
}

extension TestNuntiq {
    /// A key of another account of the tenant.
    func foreignKey() async throws -> IssuedKey {
        let initech = try await Partners(database: app.database)
            .create(NewPartner(name: "Initech"), in: tenant.id, by: .console)
        return try await app.keys.issue("theirs", for: initech.id, in: tenant.id, by: .console)
    }
}
