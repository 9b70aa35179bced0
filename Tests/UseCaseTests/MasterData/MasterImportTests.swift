import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct MasterImportTests {
    private func run(
        _ text: String, _ nuntiq: TestNuntiq, _ wish: MasterImport.Wish, bytesAtOnce: Int = 7
    ) async throws -> MasterImport.Outcome {
        let data = MasterData(database: nuntiq.app.database, environment: nuntiq.app.environment)
        var rest = Array(text.utf8)[...]
        return try await MasterImport(data: data).run(wish, in: nuntiq.tenant.id, by: .console) {
            defer { rest = rest.dropFirst(bytesAtOnce) }
            return Array(rest.prefix(bytesAtOnce))
        } progress: { _ in
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a file is taken in with its nested lists, a dry run stores nothing`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let text = """
                \u{FEFF}supplier_number;supplier_name;is_blocked;supplier_location.supplier_bank_account.bank_name
                S-1;"Globex; ""Inc"" \n B.V.";no;ABN
                S-2;Initech;yes;

                """
            let dry = try await run(text, nuntiq, .init(.supplier, isDryRun: true))
            #expect(dry.rows == 2 && dry.counts.inserted == 2 && dry.faults.isEmpty)
            #expect(try await nuntiq.rows("supplier").isEmpty)
            let done = try await run(text, nuntiq, .init(.supplier))
            #expect(done.counts.inserted == 2)
            let rows = try await nuntiq.rows("supplier")
            #expect(rows[0]["supplier_name"] == "Globex; \"Inc\" \n B.V." && rows[1]["is_blocked"] == true)
            let accounts = rows[0]["supplier_location"]?.array?.first?["supplier_bank_account"]?.array
            #expect(accounts?.first?["bank_name"] == "ABN" && rows[1]["supplier_location"] == [])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a replacement of many lines is one, faults name their lines`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            func file(_ count: Int) -> String {
                "supplier_number,supplier_name\n" + (1...count).map { "S-\($0),Supplier \($0)\n" }.joined()
            }
            let load = MasterImport.Wish(.supplier, isFullLoad: true)
            let first = try await run(file(2_500), nuntiq, load, bytesAtOnce: 1 << 16)
            #expect(first.rows == 2_500 && first.counts.inserted == 2_500)
            #expect(try await nuntiq.customerAPI.get("/api/v1/supplier")["count"] == 2_500)
            await #expect(throws: MasterDataError.wouldShrink(from: 2_500, removing: 1_500)) {
                try await run(file(1_000), nuntiq, load, bytesAtOnce: 1 << 16)
            }
            let faulty = try await run("supplier_number,supplier_name\nS-1,\n,B\n", nuntiq, .init(.supplier))
            #expect(faulty.faults.map(\.line) == [2, 3])
            #expect(faulty.faults.map(\.column) == ["supplier_name", "supplier_number"])
            let twice = "supplier_number,supplier_name\nT-1,A\nT-1,B\n,\n,,,\nT-2\n"
            let dry = try await run(twice, nuntiq, .init(.supplier, isDryRun: true))
            #expect(dry.faults.map(\.line) == [6, 3] && dry.rows == 3)
            #expect(dry.faults.last?.message == "The row on line 2 has the same supplier_number and organization_code.")
            #expect(try await nuntiq.customerAPI.get("/api/v1/supplier")["count"] == 2_500)
            for (text, error) in [
                ("a,b\n", CSVError.header("a")), ("", .empty), ("supplier_number\n\"S", .quoteOpen(line: 2)),
                ("supplier_number,supplier_number\n", .header("supplier_number")),
                ("supplier_number,supplier_name\nS-1,5\" pipe\n\",x\n", .quoteWithin(line: 2)),
            ] {
                await #expect(throws: error) { try await run(text, nuntiq, .init(.supplier)) }
            }
        }
    }
}
