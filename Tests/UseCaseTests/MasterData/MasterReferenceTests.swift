import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct MasterReferenceTests {
    @Test(
        .proves("customer/master-references", "customer/purchase-orders", "customer/receipts"),
        arguments: TestDatabase.allCases)
    func `organisations come before suppliers, both before orders, then lines, then receipts`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let supplier = JSONValue.supplier("S-001", ["organization_code": "NL01"])
            #expect(try await nuntiq.upsert("supplier", [supplier]).faultyFields == ["[0].organization_code"])
            let order = try await nuntiq.upsert("purchaseorder", .order("PO-1"))
            #expect(order.status == 400)
            #expect(order.faultyFields == ["supplier_code", "organization_unit_code"])
            #expect(order["details"]?.array?.first?["message"] == "There is no supplier “S-001”.")
            try await nuntiq.take("organization", .organization("NL01"))
            try await nuntiq.take("supplier", supplier)
            let line = try await nuntiq.upsert("purchaseorderline", .orderLine("10", of: "PO-1"))
            #expect(line.faultyFields == ["source_document_id"])
            try await nuntiq.take("purchaseorder", .order("PO-1"))
            let receipt = try await nuntiq.upsert("receipt", .receipt(of: "10", of: "PO-1"))
            #expect(receipt.status == 400 && receipt.faultyFields == ["source_line_id"])
            try await nuntiq.take("purchaseorderline", .orderLine("10", of: "PO-1"))
            try await nuntiq.take("receipt", .receipt(of: "10", of: "PO-1"))
            let shown = try await nuntiq.rows("purchaseorderline", "?source_document_id=ERP-PO-1")
            #expect(shown.map { $0["source_line_id"] } == ["ERP-PO-1-10"] && shown[0]["quantity"] == 2)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `required fields are those of the contract`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            for (path, required) in Self.required {
                let answer = try await nuntiq.upsert(path, [[:]])
                #expect(answer.faultyFields == required.map { "[0].\($0)" }, "\(path)")
            }
        }
    }

    private static let required = [
        "organization": ["code", "name", "organization_type"], "supplier": ["supplier_number", "supplier_name"],
        "purchaseorder": [
            "po_number", "supplier_code", "organization_unit_code", "source_document_id", "source_system",
        ],
        "purchaseorderline": [
            "po_number", "po_line_number", "source_document_id", "source_line_id", "quantity", "unit_price",
            "net_amount",
        ],
        "receipt": [
            "po_number", "po_line_number", "receipt_line_number", "quantity", "unit_price", "net_amount",
            "source_document_id", "source_line_id", "source_receipt_line_id",
        ],
    ]

    @Test(.proves("customer/deletes"), arguments: TestDatabase.allCases)
    func `deletes are soft, by filters that all hold, and take what belongs with them`(kind: TestDatabase) async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.takeOrder("PO-1")
            try await nuntiq.takeOrder("PO-2")
            for bad: JSONValue in [
                [:], ["parameters": []], ["parameters": [[:]]], ["parameters": [["no_such": "x"]]],
                ["parameters": [["po_number": "PO-1"]], "action": "delete"],
                ["parameters": [["po_number": "PO-1", "action": "delete"]]], ["parameters": [["po_number": ""]]],
                ["parameters": .array(Array(repeating: ["po_number": "PO-1"], count: 51))],
            ] {
                #expect(try await nuntiq.remove("purchaseorder", bad).status == 400, "\(bad)")
            }
            let both: JSONValue = ["parameters": [["po_number": "PO-1", "source_system": "other"]]]
            let none = try await nuntiq.remove("purchaseorder", both)
            #expect(none.status == 404 && none["error"] == "nothing_matched")
            #expect(try await nuntiq.remove("purchaseorderline", both).status == 400)
            let receipts = try await nuntiq.remove("receipt", ["parameters": [["po_number": "none"]]])
            #expect(receipts.status == 200 && receipts["deleted"] == 0)

            let deleted = try await nuntiq.remove(
                "purchaseorder", ["parameters": [["po_number": "PO-1", "source_system": "ERP"]]])
            #expect(deleted["deleted"] == 1)
            #expect(deleted["cascaded"] == ["purchase_order_line": 2, "receipt": 2])
            #expect(try await nuntiq.rows("purchaseorder").map { $0["po_number"] } == ["PO-2"])
            #expect(try await nuntiq.rows("purchaseorderline").count == 2)
            #expect(try await nuntiq.rows("receipt").count == 2)
            let line = try await nuntiq.remove("purchaseorderline", ["parameters": [["source_line_id": "ERP-PO-2-10"]]])
            #expect(line["cascaded"] == ["receipt": 1])
            #expect(try await nuntiq.customerAPI.get("/api/v1/receipt")["count"] == 1)
            #expect(try await nuntiq.take("purchaseorder", .order("PO-1")) == MasterTally(1, 0, 0), "it is there again")
            #expect(try await nuntiq.rows("purchaseorder")[0]["status"] == .null)
        }
    }

    @Test(.proves("customer/deletes"), arguments: TestDatabase.allCases)
    func `organisations are marked or deactivated, suppliers deleted or deactivated`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.take("organization", [.organization("A"), .organization("B"), .organization("C")])
            try await nuntiq.take("supplier", [.supplier("1"), .supplier("2"), .supplier("3")])
            _ = try await nuntiq.remove("organization", ["action": "delete", "parameters": [["code": "A"]]])
            _ = try await nuntiq.remove("organization", ["parameters": [["code": "B", "action": "deactivate"]]])
            let organizations = try await nuntiq.rows("organization")
            #expect(organizations.map { $0["active"] } == [false, false, true])
            #expect(organizations.map { $0["custom_field_15"] } == ["[DELETED]", nil, nil])
            #expect(try await nuntiq.rows("organization", "?active=true").count == 1)
            let deleted = JSONValue.supplier("9", ["organization_code": "A"])
            #expect(try await nuntiq.upsert("supplier", deleted).faultyFields == ["organization_code"])
            try await nuntiq.take("supplier", .supplier("9", ["organization_code": "B"]))
            _ = try await nuntiq.remove("supplier", ["parameters": [["supplier_number": "1"]]])
            _ = try await nuntiq.remove(
                "supplier", ["action": "deactivate", "parameters": [["supplier_number": "2"]]])
            let suppliers = try await nuntiq.rows("supplier")
            #expect(suppliers.map { $0["supplier_number"] } == ["2", "3", "9"])
            #expect(suppliers.map { $0["is_active"] } == [false, true, true])
            #expect(try await nuntiq.upsert("supplier", ["data": [], "full_load": false]).status == 400)
            #expect(
                try await nuntiq.remove("supplier", ["action": "x", "parameters": [["supplier_number": "1"]]]).status
                    == 400)
        }
    }
}
