import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct WorkListTests {
    @Test(.proves("transitions/95-first-in-work-list"), arguments: TestDatabase.allCases)
    func `an invoice in doubt that nobody claims for 15 minutes stands first`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let api = nuntiq.customerAPI
            let list = WorkList(database: nuntiq.app.database)
            let review = try await nuntiq.seeder.insert(.with { $0.status = .needsReview })
            let suspect = try await nuntiq.seeder.insert(.with { $0.status = .duplicateSuspected })
            let doubtful = try await nuntiq.seeder.insert()
            let claim: JSONValue = ["state": "PendingIntegration", "lease_ttl_seconds": 60]
            _ = try await api.post("/api/v1/invoices/claim", claim)
            _ = try await api.post(
                "/api/v1/invoices/\(doubtful)/posting-intent",
                ["erp_reference": "R", "payload_hash": "H", "push_seconds": 30, "settle_seconds": 60])
            nuntiq.clock.advance(by: .seconds(90))
            #expect(try await nuntiq.status(of: doubtful) == 95)
            #expect(try await list.first(9, of: nuntiq.tenant.id).map(\.invoice) == [suspect, review])
            nuntiq.clock.advance(by: .seconds(15 * 60))
            let items = try await list.first(9, of: nuntiq.tenant.id)
            #expect(items.map(\.invoice) == [doubtful, suspect, review])
            #expect(items.map(\.urgency) == [.doubt, .duplicate, .review])
            #expect(try await list.first(1, of: nuntiq.tenant.id).map(\.invoice) == [doubtful])
            let again = try await api.post(
                "/api/v1/invoices/claim", ["state": "PendingIntegration", "modes": ["verify_first"]])
            #expect(again["leases"]?.array?.count == 1)
            #expect(try await list.first(9, of: nuntiq.tenant.id).map(\.invoice) == [suspect, review])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a suspected double posting stands before everything`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let api = nuntiq.customerAPI
            try await nuntiq.seeder.insert(.with { $0.status = .needsReview })
            let posted = try await nuntiq.seeder.insert()
            _ = try await api.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
            for id in ["A", "B"] {
                _ = try await api.post(
                    "/api/v1/invoices/\(posted)/integration-result", ["success": true, "external_id_1": .string(id)])
            }
            let items = try await WorkList(database: nuntiq.app.database).first(9, of: nuntiq.tenant.id)
            #expect(items.map(\.urgency) == [.incident, .review])
            #expect(items.first?.invoice == posted)
        }
    }
}
