import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct MessageTests {
    @Test(
        .proves(
            "customer/messages-list", "customer/messages-post", "model/message-fields", "model/message-ids",
            "model/actor-name-default"),
        arguments: TestDatabase.allCases)
    func `a posted message has its fields, its place in the feed and stays as it is`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(.referring(to: "PO-1"))
            let message = try await nuntiq.say(
                .acknowledged, on: token,
                [
                    "note_supplier": "Thank you", "reference_type": "PO_NUMBER", "reference_value": "4500",
                    "clarification_code": "C1",
                ])
            #expect(
                message.object?.keys == [
                    "id", "invoice_id", "invoice_token", "ext_reference_1", "ext_reference_2", "ext_reference_3",
                    "ext_reference_4", "ext_reference_5", "code", "source", "actor_type", "actor_id",
                    "actor_display_name", "occurred_at", "recorded_at", "clarification_code", "note_supplier",
                    "reference_type", "reference_value",
                ])
            #expect(message["invoice_id"] == message["invoice_token"] && message["invoice_id"] == token.json)
            #expect(message["id"]?.string.flatMap(Token.init) != nil)
            #expect(message["ext_reference_1"] == "PO-1" && message["ext_reference_2"]?.isNull == true)
            #expect(message["source"] == "EXTERNAL_API" && message["actor_type"] == "API_CLIENT")
            #expect(message["actor_id"] == .string(String(nuntiq.user.user.id)))
            #expect(message["actor_display_name"] == "erp")
            #expect(message["occurred_at"] == nuntiq.clock.now.json)
            #expect(message["recorded_at"]?.string.flatMap(Instant.init) != nil)
            #expect(message["note_supplier"] == "Thank you" && message["clarification_code"] == "C1")
            #expect(message["reference_type"] == "PO_NUMBER" && message["reference_value"] == "4500")
            #expect(try await nuntiq.codes(of: token) == ["RECEIVED", "READY", "ACKNOWLEDGED"])
            #expect(try await nuntiq.timeline(of: token).last?["id"] == message["id"])
            #expect(try await nuntiq.timeline(of: token, "?tier=1").map { $0["code"] } == ["RECEIVED", "READY"])
            #expect(try await nuntiq.timeline(of: token, "?tier=2").map { $0["id"] } == [message["id"]])
            #expect(try await nuntiq.timeline(of: token, "?tier=3").isEmpty)
            #expect(try await nuntiq.timeline(of: token, "?tier=all").count == 3)
            let polled = try #require(try await nuntiq.poll()["messages"]?.array)
            let ids = polled.compactMap { $0["id"]?.number?.int }
            #expect(ids.count == 3 && ids == ids.sorted())
            #expect(Set(polled.compactMap { $0["invoice_id"]?.number?.int }).count == 1)
        }
    }

    @Test(
        .proves("model/message-note-internal", "customer/internal-notes-403"), arguments: TestDatabase.allCases)
    func `internal notes are for those with the permission, never in an answer to a write`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(.referring(to: "po-1"))
            let written = try await nuntiq.say(.underQuery, on: token, ["note_internal": "dubious"])
            #expect(written["note_internal"] == nil)
            #expect(try await nuntiq.timeline(of: token).last?["note_internal"] == "dubious")
            #expect(
                try await nuntiq.poll("&include_internal_notes=true")["messages"]?.array?.last?["note_internal"]
                    == "dubious")
            #expect(try await nuntiq.poll()["messages"]?.array?.last?["note_internal"] == nil)
            let reader = try await nuntiq.client(.readDocs)
            let plain = try await reader.get(TestNuntiq.timelinePath(token))
            #expect(plain.status == 200 && !plain.text.contains("dubious"))
            let path = "\(TestNuntiq.pollPath)?since=2026-01-01&tz=UTC&ext_reference_1=po-1"
            #expect(try await reader.get(path).text.contains("dubious") == false)
            let refused = try await reader.get("\(path)&include_internal_notes=true")
            #expect(refused.status == 403 && refused["error"] == "permission_missing")
        }
    }

    @Test(
        .proves("model/order-breach-409", "transitions/order-binds-people-and-clients"),
        arguments: TestDatabase.allCases)
    func `a message out of order is refused, one of Nuntiq never is`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let refused = try await nuntiq.post(.queryResolved, on: token)
            #expect(refused.status == 409 && refused["error"] == "message_out_of_order")
            #expect(refused["code"] == "QUERY_RESOLVED" && refused["conflicts_with"] == "UNDER_QUERY")
            let text = try #require(refused["message"]?.string)
            #expect(text.contains("QUERY_RESOLVED") && text.contains("UNDER_QUERY") && text.contains("PAID"))
            #expect(refused["may_follow"]?.array?.contains("PAID") == true)
            let writer = try await nuntiq.client(.lifecycleWrite)
            try await nuntiq.say(.rejected, on: token, as: writer)
            #expect(try await nuntiq.post(.paid, on: token)["conflicts_with"] == "REJECTED")
            try await nuntiq.say(.credited, on: token)
            let claim = try await nuntiq.customerAPI.post(
                "/api/v1/invoices/claim", ["state": "PendingIntegration"])
            #expect(claim["leases"]?.array?.count == 1)
            let done = try await nuntiq.customerAPI.post(
                "/api/v1/invoices/\(token)/integration-result", ["success": true])
            #expect(done.status == 200)
            #expect(
                try await nuntiq.codes(of: token) == ["RECEIVED", "READY", "REJECTED", "CREDITED", "ACCEPTED"])
        }
    }

    @Test(.proves("transitions/connector-accepted-stands"), arguments: TestDatabase.allCases)
    func `a connector's own ACCEPTED stands beside ours`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let api = nuntiq.customerAPI
            _ = try await api.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
            _ = try await api.post("/api/v1/invoices/\(token)/integration-result", ["success": true])
            try await nuntiq.say(.accepted, on: token, ["note_supplier": "Posted as 4711"])
            #expect(try await nuntiq.codes(of: token) == ["RECEIVED", "READY", "ACCEPTED", "ACCEPTED"])
        }
    }

    @Test(.proves("transitions/reopen-lifts"), arguments: TestDatabase.allCases)
    func `a reopen lifts a rejection`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            try await nuntiq.say(.rejected, on: token)
            #expect(try await nuntiq.post(.approved, on: token).status == 409)
            let person = Principal.sample(tenant: nuntiq.tenant.id)
            _ = try await nuntiq.app.integration.reopen(token, reason: "wrongly rejected", by: person)
            try await nuntiq.say(.approved, on: token)
            #expect(
                try await nuntiq.codes(of: token) == ["RECEIVED", "READY", "REJECTED", "IN_PROCESS", "APPROVED"])
        }
    }

    @Test(.proves("model/occurred-at-30-days"), arguments: TestDatabase.allCases)
    func `a message says when it happened, within 30 days of now`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let days30 = Duration.seconds(30 * 86_400)
            for (moment, status) in [
                (nuntiq.clock.now - days30, 201), (nuntiq.clock.now + days30, 201),
                (nuntiq.clock.now - days30 - .microseconds(1), 400),
                (nuntiq.clock.now + days30 + .microseconds(1), 400),
            ] {
                let answer = try await nuntiq.post(.inProcess, on: token, ["occurred_at": moment.json])
                #expect(answer.status == status, "\(moment)")
                if status == 201 { #expect(answer["occurred_at"] == moment.json) }
                if status == 400 { #expect(answer["details"]?.array?.first?["field"] == "occurred_at") }
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `every fault of a message is named at once`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let answer = try await nuntiq.customerAPI.post(
                TestNuntiq.timelinePath(token),
                [
                    "code": "LOST", "occurred_at": "yesterday", "reference_type": "ORDER",
                    "note_internal": .string(String(repeating: "a", count: 4_001)), "note_supplier": 7,
                ])
            #expect(answer.status == 400)
            let fields = Set(answer["details"]?.array?.compactMap { $0["field"]?.string } ?? [])
            #expect(fields == ["code", "occurred_at", "reference_type", "note_internal", "note_supplier"])
            let long = String(repeating: "ä", count: 4_000)
            try await nuntiq.say(.disputed, on: token, ["note_supplier": .string(long)])
            let unknown = Token.random(nuntiq.app.environment.random(16))
            #expect(try await nuntiq.post(.disputed, on: unknown)["error"] == "invoice_not_found")
            #expect(try await nuntiq.customerAPI.get(TestNuntiq.timelinePath(unknown)).status == 404)
            #expect(try await nuntiq.customerAPI.get("/api/v1/invoices/x/lifecycle-messages").status == 400)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a tenant can demand a clarification code`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let tenant = nuntiq.tenant.id
            try await nuntiq.app.database.write { tx in
                try tx.execute(
                    "UPDATE tenant SET settings = ? WHERE id = ?",
                    [#"{"clarification_required":["DISPUTED"]}"#, tenant])
            }
            let refused = try await nuntiq.post(.disputed, on: token)
            #expect(refused.status == 400)
            #expect(refused["details"]?.array?.first?["field"] == "clarification_code")
            try await nuntiq.say(.disputed, on: token, ["clarification_code": "PRICE"])
            try await nuntiq.say(.acknowledged, on: token)
        }
    }

    @Test(.proves("customer/messages-post-idempotent"), arguments: TestDatabase.allCases)
    func `the same key writes once, also when two calls race`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            async let first = nuntiq.post(.acknowledged, on: token, ["note_supplier": "Hi"], key: "k1")
            async let second = nuntiq.post(.acknowledged, on: token, ["note_supplier": "Hi"], key: "k1")
            let (left, right) = try await (first, second)
            #expect(left.status == 201 && right.status == 201 && left.json == right.json)
            #expect([left, right].compactMap { $0.header("Idempotent-Replayed") } == ["true"])
            #expect(try await nuntiq.codes(of: token) == ["RECEIVED", "READY", "ACKNOWLEDGED"])
            let other = try await nuntiq.post(.acknowledged, on: token, ["note_supplier": "Ho"], key: "k1")
            #expect(other.status == 422 && other["error"] == "idempotency_key_reused")
            // A refused message leaves nothing behind: the key is free.
            #expect(try await nuntiq.post(.queryResolved, on: token, key: "k2").status == 409)
            #expect(try await nuntiq.post(.underQuery, on: token, key: "k2").status == 201)
            // Another caller's key is another key.
            let writer = try await nuntiq.client(.lifecycleWrite)
            #expect(try await nuntiq.post(.queryResolved, on: token, key: "k1", as: writer).status == 201)
        }
    }

    @Test(.proves("customer/messages-by-reference"), arguments: TestDatabase.allCases)
    func `a number and a supplier name an invoice, unless they name two`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let api = nuntiq.customerAPI
            let first = try await nuntiq.seeder.insert(.with { $0.number = "INV-7" })
            _ = try await nuntiq.seeder.insert(.with { ($0.number, $0.supplierNumber) = ("INV-7", "S-002") })
            let body: JSONValue = ["code": "ACKNOWLEDGED", "invoice_number": " inv-7", "supplier_code": "S-001"]
            let answer = try await api.post(TestNuntiq.referencePath, body, headers: ["Idempotency-Key": "k"])
            #expect(answer.status == 201 && answer["invoice_token"] == first.json)
            let twin = try await nuntiq.seeder.insert(.with { $0.number = "INV-7" })
            let again = try await api.post(TestNuntiq.referencePath, body, headers: ["Idempotency-Key": "k"])
            #expect(again.json == answer.json)
            let ambiguous = try await api.post(TestNuntiq.referencePath, body)
            #expect(ambiguous.status == 409 && ambiguous["error"] == "reference_ambiguous")
            #expect(Set(ambiguous["invoice_tokens"]?.array ?? []) == [first.json, twin.json])
            let unknown = try await api.post(
                TestNuntiq.referencePath,
                ["code": "ACKNOWLEDGED", "invoice_number": "INV-8", "supplier_code": "S-001"])
            #expect(unknown.status == 404)
            let bare = try await api.post(TestNuntiq.referencePath, ["code": "PAID"])
            #expect(bare.status == 400 && bare["details"]?.array?.count == 2)
        }
    }

    @Test(.proves("customer/permission-lifecycle-write"))
    func `LIFECYCLE_WRITE opens posts, READ_DOCS reads`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let (writer, reader) = (try await nuntiq.client(.lifecycleWrite), try await nuntiq.client(.readDocs))
            #expect(try await nuntiq.post(.acknowledged, on: token, as: writer).status == 201)
            #expect(try await nuntiq.post(.acknowledged, on: token, as: reader).status == 403)
            #expect(try await reader.post(TestNuntiq.referencePath, ["code": "PAID"]).status == 403)
            #expect(try await writer.get(TestNuntiq.timelinePath(token)).status == 403)
            #expect(try await reader.get(TestNuntiq.timelinePath(token)).status == 200)
            let poll = "\(TestNuntiq.pollPath)?since=2026-01-01&tz=UTC&ext_reference_1=a"
            #expect(try await writer.get(poll).status == 403)
            #expect(try await reader.get(poll).status == 200)
            #expect(try await nuntiq.client(.readData).get(poll).status == 200)
        }
    }
}
