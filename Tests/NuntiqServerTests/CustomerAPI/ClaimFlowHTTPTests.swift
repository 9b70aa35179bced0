import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

/// Claims one invoice over HTTP.
func claimOne(_ nuntiq: TestNuntiq, _ client: TestClient? = nil, _ body: JSONObject = [:]) async throws -> JSONValue {
    var wanted = body
    wanted["state"] = "PendingIntegration"
    let answer = try await (client ?? nuntiq.customerAPI).post("/api/v1/invoices/claim", .object(wanted))
    #expect(answer.status == 200, "\(answer.text)")
    return try #require(answer["leases"]?.array?.first, "\(answer.text)")
}

func invoicePath(_ lease: JSONValue, _ rest: String = "") throws -> String {
    "/api/v1/invoices/\(try #require(lease["invoice_token"]?.string))\(rest)"
}

func leaseHeader(_ lease: JSONValue) throws -> [String: String] {
    ["X-Lease-Token": try #require(lease["lease_token"]?.string)]
}

@Suite
struct ClaimFlowHTTPTests {
    @Test(
        .proves(
            "customer/claim-shape", "customer/acknowledge-shape", "customer/result-shape", "customer/result-debug",
            "customer/result-external-ids", "customer/result-idempotent", "customer/bare-objects"),
        arguments: TestDatabase.allCases)
    func `the documented five steps have the documented answers`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            let lease = try await claimOne(nuntiq)
            #expect(lease["invoice_token"]?.string == token.description)
            #expect(lease.object?.keys == ["invoice_token", "lease_token", "lease_expires_at", "fence", "mode"])
            #expect(lease["lease_expires_at"] == (nuntiq.clock.now + .seconds(300)).json)
            #expect(lease["fence"] == 1)
            #expect(lease["mode"] == "post")

            let detail = try await nuntiq.customerAPI.get(try invoicePath(lease))
            #expect(detail["invoice"]?["status"] == 92)

            let api = nuntiq.customerAPI
            let header = try leaseHeader(lease)
            let acknowledged = try await api.call(.post, try invoicePath(lease, "/acknowledge"), headers: header)
            #expect(
                acknowledged.json == [
                    "ok": true, "previous_status": "PendingAcknowledgement", "new_status": "PendingResult",
                    "invoice_id": detail["invoice"]?["id"] ?? .null, "status_changed": true,
                ])
            let again = try await api.call(.post, try invoicePath(lease, "/acknowledge"), headers: header)
            #expect(again["idempotent"] == true)
            #expect(again["status_changed"] == false)

            let result: JSONValue = ["success": true, "external_id_1": "ERP-1", "external_message_1": "POSTED"]
            let done = try await api.post(try invoicePath(lease, "/integration-result"), result, headers: header)
            #expect(
                done.json == [
                    "ok": true, "previous_status": "PendingResult", "new_status": "Processed",
                    "invoice_token": token.json, "status_changed": true,
                ])
            let repeated = try await api.post(try invoicePath(lease, "/integration-result?debug=true"), result)
            #expect(repeated["status_changed"] == false)
            #expect(repeated["new_status_code"] == 100)
            #expect(repeated["previous_status_info"]?["key"] == "PROCESSED")
            let after = try await api.get(try invoicePath(lease))
            #expect(after["integration"]?["external_id_1"] == "ERP-1")
        }
    }

    @Test(.proves("customer/claim-limits", "customer/claim-state-required"))
    func `a claim names all that is wrong with it`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let answer = try await nuntiq.customerAPI.post(
                "/api/v1/invoices/claim",
                ["state": "Processed", "limit": 51, "lease_ttl_seconds": 59, "modes": ["guess"], "ext_reference_1": 7])
            #expect(answer.status == 400)
            #expect(answer["error"] == "validation_failed")
            let fields = answer["details"]?.array?.compactMap { $0["field"]?.string } ?? []
            #expect(Set(fields) == ["state", "limit", "lease_ttl_seconds", "modes", "ext_reference_1"])
        }
    }

    @Test(.proves("customer/permission-integrate"))
    func `without READ_DOCS a connector reads what it holds and nothing else`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let users = ApiUsers(
                database: nuntiq.app.database, environment: nuntiq.app.environment,
                secrets: nuntiq.app.installation.secrets)
            let connector = try await users.create(
                "connector", permissions: [.integrateInvoices], in: nuntiq.tenant.id, by: .console)
            let client = nuntiq.stranger.showing(connector.apiKey)
            let seeder = nuntiq.seeder
            let first = try await seeder.insert()
            let before = try await client.get("/api/v1/invoices/\(first)")
            #expect(before.status == 403)
            let lease = try await claimOne(nuntiq, client)
            let after = try await client.get(try invoicePath(lease))
            #expect(after.status == 200)
            let list = try await client.get("/api/v1/invoices")
            #expect(list.status == 403)
        }
    }

    @Test(.proves("customer/result-never-claimed-409"))
    func `what is refused says why, with a code and the status`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let seeder = nuntiq.seeder
            let token = try await seeder.insert()
            let path = "/api/v1/invoices/\(token)/integration-result"
            let failure = try await nuntiq.customerAPI.post(path, ["success": false, "failure_code": "X"])
            #expect(failure.status == 409)
            #expect(failure["error"] == "not_leased")
            #expect(failure["message"]?.string?.contains("90 (PENDING_INTEGRATION_FIRST)") == true)
            let success = try await nuntiq.customerAPI.post(path, ["success": true])
            #expect(success["error"] == "not_lease_holder")
            let empty = try await nuntiq.customerAPI.post(path, [:])
            #expect(empty.status == 400)
            let unknown = try await nuntiq.customerAPI.post(
                "/api/v1/invoices/00000000-0000-7000-8000-000000000000/acknowledge", [:])
            #expect(unknown.status == 404)
            let noToken = try await nuntiq.customerAPI.get("/api/v1/invoices/nothing")
            #expect(noToken.status == 400)
        }
    }
}
