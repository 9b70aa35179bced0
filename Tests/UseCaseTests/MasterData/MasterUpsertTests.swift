import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct MasterUpsertTests {
    @Test(.proves("customer/master-upsert"), arguments: TestDatabase.allCases)
    func `rows come as data, as an array or alone, at most a thousand`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let rows: [JSONValue] = (1...1_000).map { .supplier("S-\($0)") }
            #expect(try await nuntiq.take("supplier", ["data": .array(rows)]) == MasterTally(1_000, 0, 0))
            #expect(try await nuntiq.take("supplier", .array(rows)) == MasterTally(0, 0, 1_000))
            #expect(
                try await nuntiq.take("supplier", .supplier("S-7", ["supplier_type": "trade"])) == MasterTally(0, 1, 0))
            let mixed: [JSONValue] = [.supplier("S-7"), .supplier("S-8", ["supplier_type": "x"]), .supplier("S-new")]
            #expect(try await nuntiq.take("supplier", .array(mixed)) == MasterTally(1, 1, 1))
            let tooMany = try await nuntiq.upsert("supplier", ["data": .array(rows + [.supplier("S-1001")])])
            #expect(tooMany.status == 400 && tooMany.faultyFields == ["data"])
            #expect(try await nuntiq.upsert("supplier", []).status == 400)
            let kept = try await nuntiq.rows("supplier", "?supplier_number=s-7")
            #expect(kept.map { $0["supplier_type"] } == ["trade"], "what is not sent stays")
            try await nuntiq.take("supplier", .supplier("S-7", ["supplier_type": .null]))
            #expect(try await nuntiq.rows("supplier", "?supplier_number=S-7")[0]["supplier_type"] == .null)
        }
    }

    @Test(.proves("customer/master-all-faults"), arguments: TestDatabase.allCases)
    func `every faulty row is named by index and field, and nothing is stored`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let answer = try await nuntiq.upsert(
                "supplier",
                [
                    "data": [
                        .supplier("S-1"), ["supplier_number": 5], .supplier("S-1"),
                        .supplier(
                            "S-4",
                            [
                                "is_active": "yes",
                                "supplier_location": [
                                    ["site_purpose": 1, "supplier_address": [["street": 7]]], "x",
                                ],
                            ]),
                        .null, .supplier("S-5", ["supplier_name": .string(String(repeating: "x", count: 256))]),
                        .supplier("S\u{7}6"),
                    ]
                ])
            #expect(answer.status == 400 && answer["error"] == "validation_failed")
            #expect(
                Set(answer.faultyFields) == [
                    "data[1].supplier_number", "data[1].supplier_name", "data[2]", "data[3].is_active",
                    "data[3].supplier_location[0].supplier_address[0].street", "data[3].supplier_location[1]",
                    "data[4]", "data[5].supplier_name", "data[6].supplier_number",
                ])
            let bare = try await nuntiq.upsert("supplier", [["supplier_number": "S-1"]])
            #expect(bare.faultyFields == ["[0].supplier_name"])
            #expect(try await nuntiq.upsert("supplier", ["supplier_number": "S-1"]).faultyFields == ["supplier_name"])
            #expect(try await nuntiq.rows("supplier").isEmpty)
        }
    }

    @Test(.proves("customer/suppliers"), arguments: TestDatabase.allCases)
    func `a supplier keeps its locations, addresses and accounts as they were sent`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let location = Self.location(street: "Keizersgracht 2", account: "NL91ABNA0417164300", bank: "ABN")
            try await nuntiq.take("supplier", .supplier("S-1", ["supplier_location": [location]]))
            var shown = try #require(try await nuntiq.rows("supplier").first)
            #expect(shown["organization_code"] == .null && shown["is_active"] == true)
            #expect(shown["custom_field_1"] == nil && shown["created_at"] == shown["updated_at"])
            let first = try #require(shown["supplier_location"]?.array?.first)
            #expect(first["site_purpose"] == 3 && first["is_active"] == true)
            #expect(first["supplier_address"]?.array?.first?["street"] == "Keizersgracht 2")
            #expect(first["supplier_bank_account"]?.array?.first?["is_primary"] == false)

            let other = Self.location(street: "Damrak 1", account: "NL91ABNA0417164300", bank: "ING")
            let insertOnly: JSONObject = [
                "supplier_location": [other], "SupplierAddressInsertOnly": true, "SupplierBankInsertOnly": true,
            ]
            try await nuntiq.take("supplier", .supplier("S-1", insertOnly))
            shown = try #require(try await nuntiq.rows("supplier").first)
            #expect(Self.streets(of: shown) == ["Keizersgracht 2", "Damrak 1"])
            #expect(Self.banks(of: shown) == ["ABN"], "an account that is there never changes")

            let bare: JSONValue = [
                "data": [.supplier("S-1", ["supplier_location": [["location_code": "HQ"]]])],
                "SupplierBankInsertOnly": true,
            ]
            try await nuntiq.take("supplier", bare)
            let place = try await nuntiq.rows("supplier")[0]["supplier_location"]?.array?.first
            #expect(place?["site_purpose"] == 3, "under a flag that only adds, what is not said stays")

            let wrapped: JSONValue = [
                "data": [.supplier("S-1", ["supplier_location": [other]])], "SupplierBankInsertOnly": true,
            ]
            try await nuntiq.take("supplier", wrapped)
            shown = try #require(try await nuntiq.rows("supplier").first)
            #expect(Self.streets(of: shown) == ["Damrak 1"] && Self.banks(of: shown) == ["ABN"])

            try await nuntiq.take("supplier", .supplier("S-1", ["supplier_location": [["location_code": "HQ"]]]))
            shown = try #require(try await nuntiq.rows("supplier").first)
            #expect(Self.streets(of: shown) == ["Damrak 1"], "a list that is not sent stays")
            try await nuntiq.take("supplier", .supplier("S-1", ["supplier_location": [other]]))
            #expect(Self.banks(of: try await nuntiq.rows("supplier")[0]) == ["ING"])
            try await nuntiq.take("supplier", .supplier("S-1", ["supplier_location": []]))
            #expect(try await nuntiq.rows("supplier")[0]["supplier_location"] == [])
        }
    }

    private static func location(street: String, account: String, bank: String) -> JSONValue {
        [
            "location_code": "HQ", "site_purpose": 3,
            "supplier_address": [["street": .string(street), "city": "Amsterdam", "country_code": "NL"]],
            "supplier_bank_account": [["bank_account_number": .string(account), "bank_name": .string(bank)]],
        ]
    }

    private static func streets(of supplier: JSONValue) -> [JSONValue] {
        list(supplier, "supplier_address").compactMap { $0["street"] }
    }

    private static func banks(of supplier: JSONValue) -> [JSONValue] {
        list(supplier, "supplier_bank_account").compactMap { $0["bank_name"] }
    }

    private static func list(_ supplier: JSONValue, _ name: String) -> [JSONValue] {
        supplier["supplier_location"]?.array?.first?[name]?.array ?? []
    }

    @Test(.proves("customer/organizations"), arguments: TestDatabase.allCases)
    func `organisations stand under parents of a lower type`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let tree: [JSONValue] = [
                .organization("BU", type: 3, ["parent_id": "UNIT"]), .organization("UNIT", type: 2, ["parent_id": "G"]),
                .organization("G"),
            ]
            #expect(try await nuntiq.take("organization", .array(tree)) == MasterTally(3, 0, 0))
            let wrong = try await nuntiq.upsert(
                "organization",
                [
                    .organization("X", type: 2, ["parent_id": "BU"]),
                    .organization("Y", type: 2, ["parent_id": "none"]),
                    .organization("Z", type: 4), .organization("G2", type: 1, ["parent_id": "G"]),
                ])
            #expect(wrong.faultyFields == ["[2].organization_type"])
            let parents = try await nuntiq.upsert(
                "organization",
                [
                    .organization("X", type: 2, ["parent_id": "BU"]),
                    .organization("Y", type: 2, ["parent_id": "none"]),
                    .organization("G2", type: 1, ["parent_id": "G"]),
                ])
            #expect(parents.faultyFields == ["[0].parent_id", "[1].parent_id", "[2].parent_id"])
            let identifiers: JSONObject = [
                "identifiers": [["identifier_label": "VAT", "identifier_value": "NL1", "identifier_type": "vat"]],
                "addresses": [["street": "Herengracht 1", "city": "Amsterdam", "country_code": "NL"]],
                "custom_field_15": "east",
            ]
            try await nuntiq.take("organization", .organization("G", identifiers))
            let shown = try await nuntiq.rows("organization", "?code=G")
            #expect(shown[0]["identifiers"]?.array?.first?["identifier_value"] == "NL1")
            #expect(shown[0]["custom_field_15"] == "east" && shown[0]["active"] == true)
            let incomplete = try await nuntiq.upsert(
                "organization",
                .organization("G", ["identifiers": [["identifier_label": "x"]], "addresses": [["name": "x"]]]))
            #expect(
                Set(incomplete.faultyFields) == [
                    "identifiers[0].identifier_value", "identifiers[0].identifier_type", "addresses[0].street",
                    "addresses[0].city", "addresses[0].country_code",
                ])
        }
    }
}
