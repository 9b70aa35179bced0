import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct UserUploadTests {
    private func user(_ login: String, _ more: JSONObject = [:]) -> JSONValue {
        var user: JSONObject = [
            "login_account": .string(login), "first_name": "Anna", "last_name": "Jansen",
            "email": .string("\(login)@acme.example"), "login_type": 1,
        ]
        for member in more.members { user[member.key] = member.value }
        return .object(user)
    }

    @Test(.proves("customer/users"), arguments: TestDatabase.allCases)
    func `users come by login account, with groups and a password that nobody sees`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let groups: JSONObject = [
                "groups": [["external_code": "clerks"]], "password": "a long unguessable phrase", "nonsense": 1,
                "is_active": false,
            ]
            #expect(try await nuntiq.take("users", user("anna", groups)) == MasterTally(1, 0, 0))
            let shown = try #require(try await nuntiq.rows("users", "?login_account=ANNA").first)
            #expect(shown["groups"] == [["external_code": "CLERKS"]] && shown["must_change_password"] == true)
            #expect(shown["is_active"] == true && shown["password"] == nil)
            #expect(try await nuntiq.take("users", user("anna")) == MasterTally(0, 0, 1))
            let many: JSONValue = ["data": [user("anna", ["last_name": "Bos", "groups": []]), user("ben")]]
            #expect(try await nuntiq.take("users", many) == MasterTally(1, 1, 0))
            #expect(try await nuntiq.rows("users", "?login_account=anna")[0]["groups"] == [])
            let unknown = try await nuntiq.upsert(
                "users", user("carl", ["groups": [["external_code": "A"], ["external_code": "B"]]]))
            #expect(unknown.status == 400 && unknown.text.contains("\\\"A\\\", \\\"B\\\""), "\(unknown.text)")
            let taken = try await nuntiq.upsert("users", user("carl", ["email": "ben@acme.example"]))
            #expect(taken.status == 409 && taken["error"] == "user_email_taken")
            let faulty = try await nuntiq.upsert(
                "users", [user("d", ["login_type": 2]), ["login_account": "e"], user("f", ["password": "short"])])
            #expect(faulty.status == 400 && faulty.faultyFields.contains("[0].sso_provider"))
            #expect(faulty.faultyFields.contains("[1].email"))
            let weak = try await nuntiq.upsert(
                "users", [user("f", ["password": "short"]), user("g", ["password": "x"])])
            #expect(weak.faultyFields == ["[0].password", "[1].password"])
            #expect(try await nuntiq.rows("users").count == 2)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the last who may manage users stays`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let admin: JSONObject = ["groups": [["external_code": "ADMINS"]]]
            try await nuntiq.take("users", user("anna", admin))
            for body in [user("anna", ["groups": []]), user("anna", ["active_to": "2020-01-01"])] {
                let refused = try await nuntiq.upsert("users", body)
                #expect(refused.status == 409 && refused["error"] == "last_admin", "\(refused.text)")
            }
            #expect(try await nuntiq.remove("users", ["parameters": [["login_account": "anna"]]]).status == 409)
            try await nuntiq.take("users", user("ben", admin))
            #expect(try await nuntiq.remove("users", ["parameters": [["login_account": "anna"]]])["deleted"] == 1)
        }
    }

    @Test(.proves("customer/users"), arguments: TestDatabase.allCases)
    func `deletes end access, and so does long absence`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.take("users", [user("anna"), user("ben"), user("carl")])
            let gone = try await nuntiq.remove("users", ["parameters": [["login_account": "anna"]]])
            #expect(gone["deleted"] == 1)
            let anna = try await nuntiq.rows("users", "?is_active=false")
            #expect(anna.map { $0["login_account"] } == ["anna"])
            #expect(anna[0]["active_to"] == "2026-03-01T12:00:00.000000Z")
            nuntiq.clock.advance(by: .seconds(200 * 86_400))
            try await nuntiq.take("users", user("new"))
            func absent(_ body: JSONObject) async throws -> TestAnswer {
                try await nuntiq.customerAPI.post("/api/v1/users/deactivate-inactive", .object(body))
            }
            let body: JSONObject = ["days": 180, "exclude_login_accounts": ["BEN"], "dry_run": true]
            let dry = try await absent(body)
            #expect(dry["users"]?.array?.map { $0["login_account"] } == ["carl"] && dry["truncated"] == false)
            #expect(try await nuntiq.rows("users", "?is_active=true").count == 3)
            #expect(try await absent(["days": 180, "exclude_login_accounts": ["ben"]])["count"] == 1)
            #expect(try await nuntiq.rows("users", "?is_active=true").map { $0["login_account"] } == ["ben", "new"])
            #expect(try await absent(["days": 0]).status == 400)
        }
    }
}
