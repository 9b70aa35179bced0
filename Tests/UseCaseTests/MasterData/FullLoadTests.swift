import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct FullLoadTests {
    private func part(
        _ number: Int64, _ rows: ClosedRange<Int>, last: Bool = false, id: String = "load", shrink: Bool = false
    ) -> JSONValue {
        [
            "data": .array(rows.map { .supplier("S-\($0)") }), "full_load": true, "load_id": .string(id),
            "part": .number(JSONNumber(number)), "last": .bool(last), "allow_shrink": .bool(shrink),
        ]
    }

    @Test(.proves("customer/master-full-load", "customer/master-shrink"), arguments: TestDatabase.allCases)
    func `a full load takes the place of the set, and does not halve it unasked`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.take("supplier", .array((1...4).map { .supplier("S-\($0)") }))
            try await nuntiq.take("supplier", .supplier("S-2", ["supplier_type": "x"]))
            let small: JSONValue = ["data": [.supplier("S-1")], "full_load": true]
            let refused = try await nuntiq.upsert("supplier", small)
            #expect(refused.status == 409 && refused["error"] == "load_would_shrink")
            #expect(try await nuntiq.rows("supplier").count == 4)
            let load: JSONValue = ["data": [.supplier("S-1"), .supplier("S-2"), .supplier("S-9")], "full_load": true]
            let answer = try await nuntiq.upsert("supplier", load)
            #expect(MasterTally(answer) == MasterTally(1, 1, 1) && answer["removed"] == 2)
            let rows = try await nuntiq.rows("supplier")
            #expect(rows.map { $0["supplier_number"] } == ["S-1", "S-2", "S-9"])
            #expect(rows[1]["supplier_type"] == .null, "each row stands for itself")
            let nothing = try await nuntiq.upsert("supplier", ["data": [], "full_load": true, "allow_shrink": true])
            #expect(nothing["removed"] == 3)
            #expect(try await nuntiq.customerAPI.get("/api/v1/supplier")["count"] == 0)
            try await nuntiq.work()
            #expect(try await nuntiq.rowCounts()["master_row"] == 0, "what was replaced is swept")
        }
    }

    @Test(.proves("customer/master-full-load-parts"), arguments: TestDatabase.allCases)
    func `parts wait, are seen by nobody, and swap in with the last one`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.take("supplier", .array((1...3).map { .supplier("S-\($0)") }))
            let first = try await nuntiq.upsert("supplier", part(1, 1...1_000))
            #expect(first["staged"] == 1_000 && MasterTally(first) == MasterTally(0, 0, 0))
            #expect(try await nuntiq.upsert("supplier", part(1, 1...1_000))["staged"] == 1_000, "the same again")
            let gap = try await nuntiq.upsert("supplier", part(3, 2_001...2_010))
            #expect(gap.status == 409 && gap["error"] == "load_part_out_of_order")
            let twice = try await nuntiq.upsert("supplier", part(2, 999...1_001))
            #expect(twice.faultyFields == ["data[0]", "data[1]"])
            #expect(try await nuntiq.upsert("supplier", part(2, 5...6, id: "other"))["error"] == "load_unknown")
            try await nuntiq.take("supplier", .supplier("S-4"))  // meanwhile: the counts are taken anew
            #expect(try await nuntiq.customerAPI.get("/api/v1/supplier")["count"] == 4)
            let last = part(2, 1_001...1_500, last: true)
            for _ in 1...2 {
                let answer = try await nuntiq.upsert("supplier", last)
                #expect(MasterTally(answer) == MasterTally(1_496, 0, 4) && answer["removed"] == 0, "\(answer.text)")
            }
            #expect(try await nuntiq.customerAPI.get("/api/v1/supplier")["count"] == 1_500)
        }
    }

    @Test(.proves("customer/master-full-load-parts"), arguments: TestDatabase.allCases)
    func `a load that waits for more than an hour is dropped and swept`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            _ = try await nuntiq.upsert("supplier", part(1, 1...10))
            nuntiq.clock.advance(by: .seconds(3_601))
            let late = try await nuntiq.upsert("supplier", part(2, 11...20, last: true))
            #expect(late.status == 409 && late["error"] == "load_unknown")
            #expect(try await nuntiq.upsert("supplier", part(1, 1...5))["staged"] == 5, "and may begin again")
            try await MasterSweep(database: nuntiq.app.database).run()
            #expect(try await nuntiq.rowCounts()["master_row"] == 5)
            #expect(MasterTally(try await nuntiq.upsert("supplier", part(2, 6...7, last: true))).inserted == 7)
        }
    }
}
