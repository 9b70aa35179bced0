import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct RotateRouteTests {
    static let keys = TestNuntiq.keysPath

    @Test(.proves("partner/rotate-bare-object"), arguments: TestDatabase.allCases)
    func `a rotation answers the bare credentials`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let answer = try await nuntiq.rotate()
            #expect(answer.status == 200)
            #expect(
                answer.json.object?.keys == [
                    "id", "label", "api_key", "rotation_secret", "prefix", "last_4", "expires_at",
                    "expires_interval_days", "grace_until",
                ])
            #expect(answer["id"] == nuntiq.key.key.id.json && answer["label"] == "production")
            #expect(answer.text("api_key").wholeMatch(of: /sk_[0-9A-Za-z]{28}/) != nil)
            #expect(answer.text("rotation_secret").wholeMatch(of: /rs_[0-9A-Za-z]{28}/) != nil)
            #expect(answer["grace_until"] == (nuntiq.clock.now + .seconds(4 * 3_600)).json)
            #expect(answer["expires_interval_days"] == 90)
            #expect(answer.header("Cache-Control") == "no-store" && answer.header("Idempotent-Replayed") == nil)
            let new = nuntiq.partnerAPI.showing(answer.text("api_key"))
            let list = try await new.get(Self.keys)["data"]?["keys"]?.array
            #expect(list?.count == 1 && list?[0]["grace_until"] == answer["grace_until"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the body may choose the expiry, and all its faults are told`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            var (apiKey, secret) = (nuntiq.key.apiKey, nuntiq.key.rotationSecret)
            func rotate(_ body: JSONValue) async throws -> TestAnswer {
                let answer = try await nuntiq.rotate(nuntiq.key.key.id.description, apiKey, secret, body: body)
                if answer.status == 200 { (apiKey, secret) = (answer.text("api_key"), answer.text("rotation_secret")) }
                return answer
            }
            let (now, end) = (nuntiq.clock.now, (nuntiq.clock.now + .seconds(60)).json)
            #expect(try await rotate([:])["expires_at"] == (now + .seconds(86_400 * 90)).json)
            #expect(try await rotate(["expires_interval_days": 180])["expires_interval_days"] == 180)
            let both = try await rotate(["expires_interval_days": 30, "expires_at": end])
            #expect(both["expires_at"] == end && both["expires_interval_days"] == .null)
            #expect(try await rotate(["expires_interval_days": .null])["expires_at"] == .null)
            let wrong = try await rotate(["expires_interval_days": "x", "expires_at": "2020-01-01T00:00:00Z"])
            #expect(wrong.status == 400 && wrong.fields == ["expires_interval_days", "expires_at"])
            #expect(try await rotate([]).status == 400)
            let words = Body.text("x=1", contentType: "application/x-www-form-urlencoded")
            let path = "\(Self.keys)/\(nuntiq.key.key.id)/rotate"
            #expect(try await nuntiq.partnerAPI.showing(apiKey).call(.post, path, body: words).status == 415)
        }
    }

    @Test(.proves("partner/rotate-401"), arguments: TestDatabase.allCases)
    func `a wrong pair or another key's id is a 401 in the envelope, no id a 400`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let made = try await nuntiq.partnerAPI.post(Self.keys, ["label": "second"])
            let (id, key) = (nuntiq.key.key.id.description, nuntiq.key)
            let other = made["data"]?["rotation_secret"]?.string ?? ""
            let wrong: [(String, String?)] = [
                (id, nil), (id, other), (id, "rs_x"), (id, key.apiKey),
                (made["data"]?["id"]?.string ?? "", key.rotationSecret), ("no-id", key.rotationSecret),
            ]
            for (id, secret) in wrong {
                let answer = try await nuntiq.rotate(id, key.apiKey, secret)
                #expect(answer.status == 401 && answer["success"] == false, "\(id)")
                #expect(answer["error"] == "rotation_refused" && answer["request_id"] != nil)
                #expect(answer.header("WWW-Authenticate") != nil)
            }
            #expect(try await nuntiq.rotate(id, "sk_x", key.rotationSecret)["error"] == "invalid_api_key")
            for id in ["", "%20"] {
                let answer = try await nuntiq.rotate(id, key.apiKey, key.rotationSecret)
                #expect(answer.status == 400 && answer.fields == ["key_id"])
            }
            #expect(try await nuntiq.rotate(idempotencyKey: "a b").status == 400)
            #expect(try await nuntiq.rotate().status == 200)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a lost answer is given again, byte for byte, until the new key is used`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let lost = try await nuntiq.rotate(idempotencyKey: "attempt-1")
            #expect(lost.status == 200 && lost.header("Idempotency-Key") == "attempt-1")
            #expect(lost.header("Idempotent-Replayed") == nil)
            let again = try await nuntiq.rotate(idempotencyKey: "attempt-1")
            #expect(again.status == 200 && again.bytes == lost.bytes)
            #expect(again.header("Idempotent-Replayed") == "true")
            #expect(again.header("Idempotency-Key") == "attempt-1")
            #expect(try await nuntiq.rotate(idempotencyKey: "attempt-2").status == 401)
            #expect(try await nuntiq.rotate().status == 401)
            #expect(try await nuntiq.partnerAPI.showing(lost.text("api_key")).get(Self.keys).status == 200)
            #expect(try await nuntiq.rotate(idempotencyKey: "attempt-1").status == 401)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an expired key is sent to the page for a new one, also by rotate`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            nuntiq.clock.advance(by: .seconds(86_400 * 90))
            let url = "http://acme.localhost/supplier-access/regenerate"
            for answer in [try await nuntiq.partnerAPI.get(Self.keys), try await nuntiq.rotate()] {
                #expect(answer.status == 401 && answer["error"] == "key_expired" && answer["success"] == false)
                #expect(answer["regenerate_url"] == .string(url))
                #expect(
                    answer["message"] == .string("This API key expired on 2026-05-30. Generate a new key at \(url)"))
                #expect(!answer.text.contains(nuntiq.key.key.last4) && !answer.text.contains("production"))
            }
        }
    }
}
