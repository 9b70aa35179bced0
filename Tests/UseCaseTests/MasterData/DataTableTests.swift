import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct DataTableTests {
    @Test(.proves("customer/data-tables"), arguments: TestDatabase.allCases)
    func `a table is found by its number or its name, and rows without a key are new each time`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let table = "customerdatatable/customer_data_table_3"
            let row: JSONValue = [
                "source_record_id": "1", "source_system": "ERP", "field_1": "blue", "number_field_1": 1.5.asJSON,
                "date_field_1": "2026-05-01",
            ]
            #expect(try await nuntiq.take(table, row) == MasterTally(1, 0, 0))
            #expect(try await nuntiq.take(table, row) == MasterTally(0, 0, 1))
            let loose: JSONValue = ["text_field_1": "red", "text_field_30": "end"]
            for _ in 1...2 { #expect(try await nuntiq.take(table, loose) == MasterTally(1, 0, 0)) }
            let rows = try await nuntiq.rows(table, "?text_field_1=red")
            #expect(rows.count == 2 && rows[0]["id"] != rows[1]["id"] && rows[0]["text_field_30"] == "end")
            #expect(try await nuntiq.rows(table, "?number_field_1=1.50").first?["text_field_1"] == "blue")
            let both = try await nuntiq.upsert(table, ["field_1": "a", "text_field_1": "b"])
            #expect(both.faultyFields == ["text_field_1"])
            for name in [
                "customer_data_table_0", "customer_data_table_21", "customer_data_table_03", "colours", "x%00",
            ] {
                let answer = try await nuntiq.customerAPI.get("/api/v1/customerdatatable/\(name)")
                #expect(answer.status == 404 && answer["error"] == "data_table_not_found", "\(name)")
            }
            let tables = DataTables(database: nuntiq.app.database)
            _ = try await tables.rename(3, to: "Colours", in: nuntiq.tenant.id, by: .console)
            #expect(try await nuntiq.rows("customerdatatable/colours").count == 3)
            _ = try await tables.rename(3, to: "Farben", in: nuntiq.tenant.id, by: .console)
            await #expect(throws: MasterDataError.self) {
                try await tables.rename(4, to: "FARBEN", in: nuntiq.tenant.id, by: .console)
            }
            #expect(try await tables.list(nuntiq.tenant.id).map(\.name).compactMap(\.self) == ["Farben"])
            let gone = try await nuntiq.remove(table, ["parameters": [["text_field_1": "red"]]])
            #expect(gone["deleted"] == 2)
            #expect(try await nuntiq.rows(table).count == 1)
        }
    }
}

extension Double {
    fileprivate var asJSON: JSONValue { JSONNumber(description).map(JSONValue.number) ?? .null }
}
