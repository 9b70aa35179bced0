import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

extension TestNuntiq {
    /// Sends master data; `kind` is the last part of the path, such as `supplier`.
    func upsert(_ kind: String, _ body: JSONValue) async throws -> TestAnswer {
        try await customerAPI.post("/api/v1/\(kind)", body)
    }

    /// Sends master data that must be taken.
    @discardableResult
    func take(_ kind: String, _ body: JSONValue) async throws -> MasterTally {
        let answer = try await upsert(kind, body)
        #expect(answer.status == 200, "\(answer.text)")
        return MasterTally(answer)
    }

    /// The rows of a list, with a query such as `?code=NL01`.
    func rows(_ kind: String, _ query: String = "") async throws -> [JSONValue] {
        let answer = try await customerAPI.get("/api/v1/\(kind)\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return answer["items"]?.array ?? []
    }

    /// Deletes what filters name.
    func remove(_ kind: String, _ body: JSONValue) async throws -> TestAnswer {
        try await customerAPI.call(.delete, "/api/v1/\(kind)", body: .json(body))
    }

    /// An organisation, a supplier, an order of two lines, and a receipt of each line.
    func takeOrder(_ number: String = "PO-1") async throws {
        try await take("organization", .organization("NL01"))
        try await take("supplier", .supplier("S-001"))
        try await take("purchaseorder", .order(number))
        try await take("purchaseorderline", .array(["10", "20"].map { .orderLine($0, of: number) }))
        try await take("receipt", .array(["10", "20"].map { .receipt(of: $0, of: number) }))
    }
}

/// The three counts of an upsert.
struct MasterTally: Equatable {
    var inserted: Int64
    var updated: Int64
    var unchanged: Int64

    init(_ inserted: Int64, _ updated: Int64, _ unchanged: Int64) {
        (self.inserted, self.updated, self.unchanged) = (inserted, updated, unchanged)
    }

    init(_ answer: TestAnswer) {
        func number(_ name: String) -> Int64 { answer[name]?.number?.int ?? -1 }
        self.init(number("inserted"), number("updated"), number("unchanged"))
    }
}

extension TestAnswer {
    /// The fields at fault, in their order.
    var faultyFields: [String] { (self["details"]?.array ?? []).compactMap { $0["field"]?.string } }
}

extension JSONValue {
    static func organization(_ code: String, type: Int64 = 1, _ more: JSONObject = [:]) -> JSONValue {
        row(
            ["code": .string(code), "name": .string("Acme \(code)"), "organization_type": .number(JSONNumber(type))],
            more)
    }

    static func supplier(_ number: String, _ more: JSONObject = [:]) -> JSONValue {
        row(["supplier_number": .string(number), "supplier_name": .string("Supplier \(number)")], more)
    }

    static func order(_ number: String, _ more: JSONObject = [:]) -> JSONValue {
        row(
            [
                "po_number": .string(number), "supplier_code": "S-001", "organization_unit_code": "NL01",
                "source_document_id": .string("ERP-\(number)"), "source_system": "ERP",
            ], more)
    }

    static func orderLine(_ line: String, of order: String, _ more: JSONObject = [:]) -> JSONValue {
        row(
            [
                "po_number": .string(order), "po_line_number": .string(line),
                "source_document_id": .string("ERP-\(order)"), "source_line_id": .string("ERP-\(order)-\(line)"),
                "quantity": 2, "unit_price": 50, "net_amount": 100,
            ], more)
    }

    static func receipt(of line: String, of order: String, _ more: JSONObject = [:]) -> JSONValue {
        row(
            [
                "po_number": .string(order), "po_line_number": .string(line), "receipt_line_number": "1",
                "quantity": 2, "unit_price": 50, "net_amount": 100, "source_document_id": .string("ERP-\(order)"),
                "source_line_id": .string("ERP-\(order)-\(line)"),
                "source_receipt_line_id": .string("GR-\(order)-\(line)"),
            ], more)
    }

    private static func row(_ object: JSONObject, _ more: JSONObject) -> JSONValue {
        var object = object
        for member in more.members { object[member.key] = member.value }
        return .object(object)
    }
}
