import NuntiqModel
import NuntiqTesting
import Testing

/// Commands as their users run them: the built program, a folder, nothing else.
@Suite
struct CommandTests {
    private func withProgram(_ body: (NuntiqProgram) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try await body(NuntiqProgram(folder: folder, environment: ["NUNTIQ_DATA": "\(folder)/data"]))
        }
    }

    @Test(.proves("operations/tenant-create", "operations/inbox-add"))
    func `a tenant is made and gets inboxes`() async throws {
        try await withProgram { nuntiq in
            let tenant = try await nuntiq.json(
                "tenant", "create", "acme", "--name", "Acme Corp", "--timezone", "Europe/Amsterdam", "--country", "NL")
            #expect(tenant["id"]?.number != nil && tenant["subdomain"] == "acme")
            let number = try #require(tenant["customer_number"]?.string)
            let added = try await nuntiq.json(
                "inbox", "add", number, "nl@acme.example", "--default", "--external-identifier", "A",
                "--external-identifier", "B")
            #expect(added["external_identifiers"] == ["A", "B"] && added["default"] == true)
            let inboxes = try await nuntiq.json("inbox", "list", "acme").array ?? []
            #expect(inboxes.map { $0["address"] } == ["ap@acme.nuntiq-receiving.com", "nl@acme.example"])
            #expect(inboxes.map { $0["default"] } == [false, true])
            #expect(try await nuntiq.json("tenant", "list").array?.count == 1)
        }
    }

    @Test(.proves("operations/partner-commands"))
    func `a partner account is made, listed and deactivated`() async throws {
        try await withProgram { nuntiq in
            _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme")
            let partner = try await nuntiq.json(
                "partner", "create", "acme", "Globex", "--notify", "it@globex.example", "--supplier", "S-1")
            let id = try #require(partner["id"]?.number?.text)
            #expect(partner["suppliers"] == ["S-1"] && partner["notify"] == ["it@globex.example"])
            let off = try await nuntiq.json("partner", "deactivate", "acme", id)
            #expect(off["active"] == false)
            #expect(try await nuntiq.json("partner", "list", "acme").array?.first?["active"] == false)
        }
    }

    @Test(.proves("operations/key-issue", "operations/key-revoke"))
    func `a key is issued, listed without its secrets and revoked`() async throws {
        try await withProgram { nuntiq in
            _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme")
            _ = try await nuntiq.json("partner", "create", "acme", "Globex")
            let key = try await nuntiq.json("key", "issue", "acme", "globex", "--label", "erp")
            let id = try #require(key["id"]?.string)
            #expect(key["api_key"]?.string?.hasPrefix("sk_") == true && key["label"] == "erp")
            #expect(key["rotation_secret"]?.string?.hasPrefix("rs_") == true)
            #expect(key["expires_interval_days"] == 90 && key["expires_at"]?.string != nil)
            let never = try await nuntiq.json("key", "issue", "acme", "globex", "--label", "forever", "--never")
            #expect(never["expires_at"] == .null)
            #expect(try await nuntiq.json("key", "revoke", "acme", id)["revoked_at"]?.string != nil)
            let listed = try await nuntiq.json("key", "list", "acme", "Globex")
            #expect(listed.array?.count == 2 && !listed.serialized().contains("api_key"))
            #expect(try await nuntiq.run("key", "revoke", "acme", id).status == 1)
        }
    }

    @Test(.proves("operations/api-user-commands"))
    func `an API user is made, listed and revoked`() async throws {
        try await withProgram { nuntiq in
            _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme")
            let user = try await nuntiq.json(
                "api-user", "create", "acme", "erp", "--permissions", "INTEGRATE_INVOICES,read_docs")
            #expect(user["permissions"] == ["READ_DOCS", "INTEGRATE_INVOICES"])
            #expect(user["id"]?.number != nil && user["api_key"]?.string?.hasPrefix("sk_") == true)
            #expect(try await nuntiq.json("api-user", "revoke", "acme", "erp")["revoked_at"]?.string != nil)
            #expect(try await nuntiq.json("api-user", "list", "acme").array?.count == 1)
        }
    }

    @Test(.proves("operations/user-create"))
    func `a user is made with a link for its password, listed, invited anew and deactivated`() async throws {
        try await withProgram { nuntiq in
            _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme")
            let user = try await nuntiq.json("user", "create", "acme", "anna@acme.example", "--role", "admin")
            let link = try #require(user["password_link"]?.string)
            #expect(link.hasPrefix("http://acme.localhost:8080/set-password?token="))
            #expect(user["id"]?.number != nil && user["role"] == "admin" && user["email"] == "anna@acme.example")
            let again = try await nuntiq.json("user", "link", "acme", "anna@acme.example")
            #expect(
                again["password_link"]?.string?.count == link.count && again["password_link"] != user["password_link"])
            #expect(try await nuntiq.run("user", "deactivate", "acme", "anna@acme.example").status == 1)
            _ = try await nuntiq.json("user", "create", "acme", "b@acme.example", "--role", "admin")
            #expect(try await nuntiq.json("user", "deactivate", "acme", "anna@acme.example")["is_active"] == false)
            let listed = try await nuntiq.json("user", "list", "acme")
            #expect(listed.array?.map { $0["is_active"] } == [false, true] && !listed.serialized().contains("token"))
        }
    }

    @Test(.proves("operations/invoice-commands"))
    func `invoices are listed, and one that is not there is said not to be`() async throws {
        try await withProgram { nuntiq in
            _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme")
            #expect(try await nuntiq.json("invoice", "list", "acme", "--state", "review") == [])
            let missing = try await nuntiq.run(
                "invoice", "show", "acme", "0197f3a2-5c1e-7d44-9a37-0b8e6f1c2d3e", "--json")
            #expect(missing.status == 1 && missing.output.isEmpty)
            #expect(try JSONValue.parse(missing.errors)["success"] == false)
        }
    }

    @Test(.proves("operations/migrate-status"))
    func `migrate applies what is missing and tells it`() async throws {
        try await withProgram { nuntiq in
            let before = try await nuntiq.json("migrate", "--status").array ?? []
            #expect(!before.isEmpty && before.allSatisfy { $0["applied_at"] == .null })
            let after = try await nuntiq.json("migrate").array ?? []
            #expect(after.count == before.count && after.allSatisfy { $0["applied_at"]?.string != nil })
        }
    }

    @Test func `an error is one line and a hint, or JSON, and ends with 1`() async throws {
        try await withProgram { nuntiq in
            let plain = try await nuntiq.run("inbox", "list", "nobody")
            #expect(plain.status == 1 && plain.output.isEmpty)
            #expect(plain.errors.hasPrefix("error: There is no tenant \"nobody\".\n hint: "))
            #expect(plain.errors.split(separator: "\n").count == 2)
            let json = try JSONValue.parse(try await nuntiq.run("inbox", "list", "nobody", "--json").errors)
            #expect(json["error"] == "tenant_not_found" && json["message"]?.string != nil)
        }
    }

    @Test(arguments: [
        ["tenant", "create"], ["key", "issue", "acme", "x", "--label", "l", "--expires-days", "31"],
        ["key", "issue", "acme", "x", "--label", "l", "--expires-days", "30", "--never"],
        ["api-user", "create", "acme", "x", "--permissions", "READ_DOC"], ["nonsense"],
        ["user", "create", "acme", "a@b.example"], ["user", "create", "acme", "a@b.example", "--role", "operator"],
        ["invoice", "show", "acme", "not-a-token"],
    ])
    func `arguments that make no sense end with 64`(arguments: [String]) async throws {
        try await withProgram { nuntiq in
            #expect(try await nuntiq.start(arguments).end().status == 64)
            let json = try await nuntiq.start(arguments + ["--json"]).end()
            #expect(json.status == 64)
            #expect(try JSONValue.parse(json.errors)["error"] == "usage")
        }
    }

    @Test func `no colours are printed where nobody looks at a terminal`() async throws {
        try await withProgram { nuntiq in
            _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme")
            for result in [try await nuntiq.run("tenant", "list"), try await nuntiq.run("inbox", "list", "x")] {
                #expect(!(result.output + result.errors).contains("\u{1B}"))
            }
        }
    }

    @Test func `config prints each setting with its source, secrets hidden`() async throws {
        try await withProgram { nuntiq in
            var nuntiq = nuntiq
            nuntiq.environment["NUNTIQ_DATABASE_URL"] = "postgres://u:hunter2@h/d"
            nuntiq.environment["NUNTIQ_PROT"] = "1"
            let text = try await nuntiq.run("config", "--port", "9000")
            #expect(text.status == 0 && !(text.output + text.errors).contains("hunter2"))
            #expect(text.errors.contains("NUNTIQ_PROT is no setting; did you mean NUNTIQ_PORT?"))
            let settings = try await nuntiq.json("config", "--port", "9000")["settings"]?.array ?? []
            let port = settings.first { $0["name"] == "port" }
            #expect(port?["value"] == "9000" && port?["source"] == "flag")
        }
    }
}
