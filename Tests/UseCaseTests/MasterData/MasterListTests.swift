import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct MasterListTests {
    @Test(.proves("customer/master-list"), arguments: TestDatabase.allCases)
    func `a list pages in the order of keys and filters by every field`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.take("organization", .array((1...5).map { .organization("O\($0)") }))
            let rows: [JSONValue] = (1...25).map { number in
                let more: JSONObject = [
                    "organization_code": .string("O\(number % 5 + 1)"), "custom_field_2": .string("c\(number % 2)"),
                    "supplier_name": .string("Übergröße \(number % 3)"), "is_active": .bool(number != 7),
                ]
                return .supplier("S-\(number + 100)", more)
            }
            try await nuntiq.take("supplier", .array(rows))
            let second = try await nuntiq.customerAPI.get("/api/v1/supplier?page=2&limit=10")
            #expect(second["count"] == 25 && second["page"] == 2)
            let numbers = second["items"]?.array?.compactMap { $0["supplier_number"]?.string } ?? []
            #expect(numbers == (111...120).map { "S-\($0)" })
            #expect(try await nuntiq.customerAPI.get("/api/v1/supplier?page=4&limit=10")["items"] == [])
            for (query, count) in [
                ("organization_code=O1", 5), ("organization_code=O1&custom_field_2=c1", 3), ("is_active=false", 1),
                ("supplier_name=\("ÜBERGRÖSSE 1".addingEscapes)", 9), ("supplier_number=s-101&is_active=true", 1),
                ("custom_field_2=C1", 0), ("supplier_number=", 25),
            ] {
                let answer = try await nuntiq.customerAPI.get("/api/v1/supplier?\(query)")
                #expect(answer["count"] == .number(JSONNumber(Int64(count))), "\(query): \(answer.text.prefix(200))")
            }
            #expect(try await nuntiq.customerAPI.get("/api/v1/supplier?limit=1001").status == 400)
            try await nuntiq.take(
                "purchaseorder",
                .order("PO-1", ["supplier_code": "S-101", "organization_unit_code": "O1", "net_amount": 1]))
            #expect(try await nuntiq.rows("purchaseorder", "?net_amount=1.00").count == 1)
            #expect(try await nuntiq.rows("purchaseorder", "?po_date=2026-05-01").isEmpty)
            #expect(try await nuntiq.customerAPI.get("/api/v1/purchaseorder?po_date=yesterday").status == 400)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `every list, look-up and write is by an index`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let tenant = TenantID(rawValue: 1)
            let data = MasterData(database: database, environment: TestClock().environment)
            for start in stride(from: 0, to: 3_000, by: 1_000) {
                let rows: [JSONValue] = (start..<start + 1_000).map { .supplier("S-\($0)") }
                _ = try await data.upsert(
                    try MasterRequest(.array(rows), of: .supplier), of: .supplier, in: tenant, by: .console)
            }
            let plans = try await database.write { tx in
                if tx.dialect == .postgres {
                    try tx.execute("ANALYZE master_row")
                    try tx.execute("SET LOCAL enable_seqscan = off")  // the table is too small to be worth an index
                }
                let recorder = PlanRecorder(tx)
                try MasterPlans.run(recorder, tenant)
                return recorder.plans
            }
            #expect(plans.count == 7)
            let bySlot = plans.count { $0.contains("master_row_by_slot_1") }
            #expect(bySlot == 4 || kind == .postgres, "\(plans)")
            for plan in plans {
                let scans = plan.contains("Seq Scan") || plan.split(separator: "\n").contains { $0.hasPrefix("SCAN ") }
                #expect(!scans, "\(plan)")
            }
        }
    }
}

extension String {
    fileprivate var addingEscapes: String {
        utf8.map { byte in
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.count == 1 ? "0" + hex : hex)
        }.joined()
    }
}
