import Dispatch
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct ListLockTests {
    @Test(.proves("customer/invoice-list-no-lock"), arguments: TestDatabase.allCases)
    func `a list waits for no writer, and no claim for a list`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let (api, database, tenant) = (nuntiq.customerAPI, nuntiq.app.database, nuntiq.tenant.id)
            try await nuntiq.seeder.insert()
            let (began, finish) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let writer: Void = database.write { tx in
                try tx.execute("UPDATE invoice_state SET version = version + 1 WHERE tenant = ?", [tenant])
                began.signal()
                finish.wait()
            }
            await waiting(for: began)
            let list = try await api.get("/api/v1/invoices?state=PendingIntegration")
            #expect(list["items"]?.array?.count == 1, "\(list.text)")
            finish.signal()
            try await writer

            async let reader: Void = database.read { tx in
                _ = try tx.query("SELECT token FROM invoice_state WHERE tenant = ?", [tenant])
                began.signal()
                finish.wait()
            }
            await waiting(for: began)
            let claim = try await api.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
            #expect(claim["leases"]?.array?.count == 1, "\(claim.text)")
            finish.signal()
            try await reader
        }
    }
}
