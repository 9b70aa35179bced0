import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct HandlingHTTPTests {
    @Test(.proves("transitions/pending-action-202"), arguments: TestDatabase.allCases)
    func `a hold under a lease is a 202 and shows as the pending action`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let api = nuntiq.customerAPI
            try await nuntiq.seeder.insert()
            let lease = try await claimOne(nuntiq)
            let held = try await api.post(try invoicePath(lease, "/hold"), ["reason": "wrong cost centre"])
            #expect(held.status == 202)
            #expect(held["status_changed"] == false)
            #expect(held["pending_action"]?["action"] == "hold")
            let replaced = try await api.post(try invoicePath(lease, "/reject"), ["reason": "not ours"])
            #expect(replaced["pending_action"]?["action"] == "reject")
            let given = try await api.call(.delete, try invoicePath(lease, "/lease"), headers: try leaseHeader(lease))
            #expect(given["new_status"] == "Rejected")
        }
    }

    @Test(.proves("customer/actions-shape"))
    func `hold, release, reject and cancel answer with statuses and need a reason`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let api = nuntiq.customerAPI
            let token = try await nuntiq.seeder.insert()
            let path = "/api/v1/invoices/\(token)"
            let unreasoned = try await api.post("\(path)/hold", [:])
            #expect(unreasoned.status == 400)
            #expect(unreasoned["details"]?.array?.first?["field"] == "reason")
            let held = try await api.post("\(path)/hold", ["reason": "r"])
            #expect(held["new_status"] == "OnHold")
            let released = try await api.post("\(path)/release", ["reason": "r"])
            #expect(released["new_status"] == "PendingIntegration")
            let stale = try await api.post("\(path)/cancel", ["reason": "r", "version": 1])
            #expect(stale.status == 409)
            #expect(stale["error"] == "version_conflict")
            let cancelled = try await api.post("\(path)/cancel", ["reason": "r"])
            #expect(cancelled["new_status"] == "Cancelled")
            let refused = try await api.post("\(path)/hold", ["reason": "r"])
            #expect(refused["error"] == "status_conflict")
        }
    }

    @Test(.proves("customer/intent", "customer/leases-list", "customer/claim-modes", "transitions/95-own-group"))
    func `an intent leads to 95, is handed out to look up, and is settled`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let api = nuntiq.customerAPI
            try await nuntiq.seeder.insert()
            let lease = try await claimOne(nuntiq)
            let intent = try await api.post(
                try invoicePath(lease, "/posting-intent"),
                ["erp_reference": "R-1", "payload_hash": "abc", "push_seconds": 100])
            #expect(intent["push_seconds"] == 100)
            #expect(intent["push_deadline"] == (nuntiq.clock.now + .seconds(100)).json)
            nuntiq.clock.advance(by: .seconds(300))
            let detail = try await api.get(try invoicePath(lease))
            #expect(detail["invoice"]?["status"] == 95)
            #expect(detail["invoice"]?["status_info"]?["group"] == "IntegrationInDoubt")
            let nothing = try await api.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
            #expect(nothing["leases"] == [])
            let again = try await claimOne(nuntiq, nil, ["modes": ["post", "verify_first"]])
            #expect(again["mode"] == "verify_first")
            #expect(again["intent"]?["erp_reference"] == "R-1")
            let leases = try await api.get("/api/v1/leases")
            #expect(leases["leases"]?.array?.count == 1)
            #expect(leases["leases"]?.array?.first?["holder_name"] == "erp")
            nuntiq.clock.advance(by: .seconds(300))
            let settled = try await api.post(
                try invoicePath(lease, "/settle"), ["reason": "looked", "in_erp": true, "external_id_1": "E-9"])
            #expect(settled["new_status"] == "Processed")
        }
    }

    @Test(.proves("customer/batch-acknowledge", "customer/batch-results"))
    func `a batch answers each item for itself`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let api = nuntiq.customerAPI
            let seeder = nuntiq.seeder
            let unclaimed = try await seeder.insert()
            let lease = try await claimOne(nuntiq)
            let ready = try await seeder.insert()
            let items: JSONValue = [
                ["invoice_token": lease["invoice_token"] ?? .null, "lease_token": lease["lease_token"] ?? .null],
                ["invoice_token": ready.json],
            ]
            let acknowledged = try await api.post("/api/v1/invoices/acknowledge", ["items": items])
            #expect(acknowledged.status == 200)
            let answers = acknowledged["items"]?.array ?? []
            #expect(answers.first?["invoice_token"] == unclaimed.json)
            #expect(answers.first?["new_status"] == "PendingResult")
            #expect(answers.last?["ok"] == false)
            #expect(answers.last?["error"] == "not_leased")
            #expect(answers.last?["status"] == 409)
            let faulty = try await api.post(
                "/api/v1/invoices/integration-results", ["items": [["invoice_token": "x"], ["success": true]]])
            let fields = faulty["details"]?.array?.compactMap { $0["field"]?.string } ?? []
            #expect(fields == ["items[0].success", "items[0].invoice_token", "items[1].invoice_token"])
        }
    }
}
