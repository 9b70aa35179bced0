import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct PaymentTests {
    static let path = "/api/v1/payments"

    @Test(.proves("customer/payments"), arguments: TestDatabase.allCases)
    func `one payment is answered with its id, several each for itself`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let invoice = try await nuntiq.receive().description
            let one = try await nuntiq.customerAPI.post(Self.path, .payment("P-1"))
            #expect(one.status == 200 && one.json.object?.keys == ["payment_id"], "\(one.text)")
            let again = try await nuntiq.customerAPI.post(Self.path, .payment("P-1", ["status": "SENT"]))
            #expect(again["payment_id"] == one["payment_id"])
            let unknown = "0190a5b8-7c1e-7def-8abc-0123456789ab"
            let refused = try await nuntiq.customerAPI.post(
                Self.path, .payment("P-2", ["lines": [["invoice_token": .string(unknown), "applied_amount": 1]]]))
            #expect(refused.status == 400 && refused["message"] == .string("unknown invoice_token: \(unknown)"))
            let good = try await nuntiq.customerAPI.post(
                Self.path, [.payment("P-3"), .payment("P-4", ["lines": [.line(invoice, 10)]])])
            #expect(good.status == 200)
            let mixed = try await nuntiq.customerAPI.post(
                Self.path,
                [
                    .payment("P-5"), .payment("P-6", ["method": "GOLD", "currency": "XX"]),
                    .payment("P-7", ["lines": [.line("x", 1)]]),
                ])
            #expect(mixed.status == 207)
            let results = try #require(mixed["results"]?.array)
            #expect(results.map { $0["index"] } == [0, 1, 2] && results.map { $0["ok"] } == [true, false, false])
            #expect(results[1]["details"]?.array?.map { $0["field"] } == ["[1].method", "[1].currency"])
            #expect(results[2]["error"] == "unknown invoice_token: x")
            #expect(results[0]["payment_id"] != nil && results[1]["external_payment_id"] == "P-6")
            let list = try await nuntiq.customerAPI.get("\(Self.path)?external_payment_id=P-1")
            #expect(list["count"] == 1 && list["items"]?.array?[0]["status"] == "SENT")
            #expect(try await nuntiq.customerAPI.get("\(Self.path)?limit=2&page=2")["items"]?.array?.count == 2)
            #expect(try await nuntiq.customerAPI.get(Self.path)["count"] == 4)
        }
    }

    @Test(.proves("customer/payments"), arguments: TestDatabase.allCases)
    func `lines are replaced, added or left, times filled in, numbers masked`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let first = try await nuntiq.receive(["invoice_number": "A"]).description
            let second = try await nuntiq.receive(["invoice_number": "B"]).description
            let numbers: JSONObject = [
                "beneficiary_iban": "NL91ABNA0417164300", "check_number": "123", "payer_account": "987654321",
                "lines": [.line(first, 10)], "currency": "eur",
            ]
            _ = try await nuntiq.customerAPI.post(Self.path, .payment("P", numbers))
            var shown = try await nuntiq.payment()
            #expect(shown["beneficiary_iban"] == "****4300" && shown["check_number"] == "****")
            #expect(shown["payer_account"] == "****4321" && shown["currency"] == "EUR")
            #expect(shown["external_source"] == "UNKNOWN" && shown["settled_at"] == .null)
            #expect(shown["lines"]?.array?[0]["remittance_label"] == "Invoice")
            _ = try await nuntiq.customerAPI.post(Self.path, .payment("P", ["status": "PAID", "lines": .null]))
            shown = try await nuntiq.payment()
            #expect(shown["settled_at"] == "2026-03-01T12:00:00.000000Z" && shown["lines"] == [])
            _ = try await nuntiq.customerAPI.post(Self.path, .payment("P", ["lines": [.line(first, 10)]]))
            _ = try await nuntiq.customerAPI.post(
                Self.path, .payment("P", ["lines": [.line(second, 5)], "replace_lines": false]))
            #expect(try await nuntiq.payment()["lines"]?.array?.count == 2)
            _ = try await nuntiq.customerAPI.post(Self.path, .payment("P", ["payment_reference": "R"]))
            #expect(try await nuntiq.payment()["lines"]?.array?.count == 2, "absent lines stay")
            _ = try await nuntiq.customerAPI.post(Self.path, .payment("P", ["lines": [.line(second, 7)]]))
            shown = try await nuntiq.payment()
            #expect(shown["lines"]?.array?.map { $0["applied_amount"] } == [7])
            var masked = shown.object ?? [:]
            for name in ["payment_id", "lines", "created_at", "updated_at"] { masked[name] = nil }
            _ = try await nuntiq.customerAPI.post(Self.path, .object(masked))
            #expect(try await nuntiq.payment()["beneficiary_iban"] == "****4300", "what comes back masked stays")
            _ = try await nuntiq.customerAPI.post(
                Self.path, .payment("Q", ["status": "RETURNED", "returned_at": .null]))
            let returned = try await nuntiq.customerAPI.get("\(Self.path)?status=RETURNED")["items"]?.array
            #expect(returned?.map { $0["returned_at"] } == [.null])
            let ofInvoice = try await nuntiq.customerAPI.get("/api/v1/invoices/\(second)/payments")
            #expect(ofInvoice["payments"]?.array?.count == 1)
            #expect(try await nuntiq.customerAPI.get("/api/v1/invoices/\(first)/payments")["payments"] == [])
            let none = try await nuntiq.customerAPI.get(
                "/api/v1/invoices/0190a5b8-7c1e-7def-8abc-0123456789ab/payments")
            #expect(none.status == 404)
        }
    }

    @Test(.proves("transitions/payments-write-tier-3"), arguments: TestDatabase.allCases)
    func `payments tell invoices what was paid, once per payment and state`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.receive(["invoice_number": "A"])  // 121 EUR
            try await nuntiq.work()
            let base = try await nuntiq.codes(of: token)
            func pay(_ id: String, _ status: String, _ amount: Int64, _ line: JSONObject = [:]) async throws {
                var sent = JSONValue.line(token.description, amount).object ?? [:]
                for member in line.members { sent[member.key] = member.value }
                let answer = try await nuntiq.customerAPI.post(
                    Self.path, .payment(id, ["status": .string(status), "lines": [.object(sent)]]))
                #expect(answer.status == 200, "\(answer.text)")
            }
            try await pay("P-1", "INITIATED", 100)
            #expect(try await nuntiq.codes(of: token) == base)
            try await pay("P-1", "PAID", 100)
            try await pay("P-1", "SETTLED", 100)
            #expect(try await nuntiq.codes(of: token) == base + ["PARTIALLY_PAID"])
            try await pay("P-2", "SETTLED", 20, ["discount_amount": 1])
            #expect(try await nuntiq.codes(of: token) == base + ["PARTIALLY_PAID", "PAID"])
            try await pay("P-2", "RETURNED", 20)
            try await pay("P-2", "FAILED", 20)
            #expect(try await nuntiq.codes(of: token) == base + ["PARTIALLY_PAID", "PAID", "PAYMENT_FAILED"])
            try await pay("P-3", "PAID", 10, ["applied_currency": "USD"])
            try await pay("P-4", "PAID", 30, ["applied_currency": "USD", "fx_rate_line": 0.9.asAmount])
            let codes = try await nuntiq.codes(of: token)
            #expect(Array(codes.suffix(2)) == ["PARTIALLY_PAID", "PAID"], "100 + 27 EUR")
            let tier = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)/lifecycle-messages?tier=3")
            #expect(tier["messages"]?.array?.count == 5)
            #expect(tier["messages"]?.array?[0]["reference_value"] == "P-1")
        }
    }
}

extension TestNuntiq {
    fileprivate func payment() async throws -> JSONValue {
        let list = try await customerAPI.get("\(PaymentTests.path)?external_payment_id=P")
        return try #require(list["items"]?.array?.first)
    }
}

extension Double {
    fileprivate var asAmount: JSONValue { JSONNumber(description).map(JSONValue.number) ?? .null }
}

extension JSONValue {
    fileprivate static func payment(_ id: String, _ more: JSONObject = [:]) -> JSONValue {
        var payment: JSONObject = [
            "external_payment_id": .string(id), "method": "SEPA", "total_amount": 100, "currency": "EUR",
        ]
        for member in more.members { payment[member.key] = member.value }
        return .object(payment)
    }

    fileprivate static func line(_ invoice: String, _ amount: Int64) -> JSONValue {
        ["invoice_token": .string(invoice), "applied_amount": .number(JSONNumber(amount))]
    }
}
