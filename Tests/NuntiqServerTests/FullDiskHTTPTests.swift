import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct FullDiskHTTPTests {
    @Test(.proves("operations/full-disk-503", "partner/503-storage"))
    func `a full disk is a 503 with nothing half-written, and heals without a restart`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            func submit(_ number: Int) async throws -> TestAnswer {
                try await nuntiq.partnerAPI.post(
                    "/api/v1/partner/invoices",
                    [
                        "invoice": [
                            "invoice_number": .string("INV-\(number)"), "invoice_date": "2026-02-27",
                            "currency": "EUR", "total_amount": 121,
                            "notes": .string(String(repeating: "note ", count: 5_000)),
                        ]
                    ], headers: ["Idempotency-Key": "k\(number)"])
            }
            try await nuntiq.limitPages(to: 1)  // as many as there are now
            var number = 0
            var answer = try await submit(number)
            while answer.status == 200, number < 50 {
                number += 1
                answer = try await submit(number)
            }
            #expect(answer.status == 503, "\(answer.text)")
            #expect(answer["error"] == "storage_unavailable")
            #expect(answer["success"] == false)
            #expect(answer.header("Retry-After") == "1")
            for table in ["invoice", "invoice_state"] {
                let rows = try await nuntiq.app.database.read { try $0.query("SELECT COUNT(*) FROM \(table)") }
                #expect(try rows[0].int(0) == Int64(number))
            }
            #expect(try await nuntiq.customerAPI.get("/api/v1/invoices").status == 200)
            try await nuntiq.limitPages(to: 1_000_000)
            #expect(try await submit(number).status == 200)
            try await nuntiq.work()
            let ready = try await nuntiq.customerAPI.get("/api/v1/invoices?state=PendingIntegration")
            #expect(ready["count"] == .number(JSONNumber(Int64(number + 1))))
        }
    }
}

extension TestNuntiq {
    fileprivate func limitPages(to count: Int) async throws {
        _ = try await app.database.write { try $0.query("PRAGMA max_page_count = \(count)") }
    }
}
