import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

/// What `invoice-model.md` promises of ids, amounts, references and the detail, from the wire to the database and back.
@Suite(.timeLimit(.minutes(20)))
struct InvoiceModelTests {
    @Test(.proves("model/ids-positive-64", "model/amounts-exact"), arguments: TestDatabase.allCases)
    func `ids are positive whole numbers, amounts come back digit by digit`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let amounts = [
                "99999999999999999999999999999999999.990", "0.00000000000000000000000000000000000001", "1234.5600",
            ]
            let lines = try amounts.map { text -> JSONValue in
                ["unit_price": .number(try #require(JSONNumber(text))), "quantity": .string(text)]
            }
            let body: JSONValue = [
                "invoice": [
                    "invoice_number": "INV-1", "invoice_date": "2026-02-27", "currency": "EUR", "total_amount": "1.10",
                    "lines": .array(lines),
                ]
            ]
            let answer = try await nuntiq.partnerAPI.post("/api/v1/partner/invoices", body)
            for key in ["invoice_id", "source_document_id"] {
                let id = try #require(answer["data"]?[key]?.number?.int, "\(answer.text)")
                #expect(id > 0)
            }
            let token = try #require(answer["data"]?["invoice_token"]?.string)
            let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
            #expect(Self.value("grossAmount", of: detail["invoice"])?.number?.text == "1.10")
            for (line, amount) in zip(detail["lines"]?.array ?? [], amounts) {
                #expect(Self.value("unitPrice", of: line)?.number?.text == amount)
                #expect(Self.value("quantity", of: line)?.number?.text == amount)
            }
            #expect(detail["lines"]?.array?.count == amounts.count)
        }
    }

    private static func value(_ key: String, of part: JSONValue?) -> JSONValue? {
        part?["fields"]?.array?.first { $0["key"]?.string == key }?["value"]
    }

    @Test(.proves("model/references-filterable"), arguments: TestDatabase.allCases)
    func `each reference filters lists and claims without regard to case`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            for number in 0..<5 {
                try await nuntiq.seeder.insert(.with { $0.references[number] = "Größe-\(number)" })
            }
            for number in 0..<5 {
                let reference = "GRÖSSE-\(number)"
                let name = "ext_reference_\(number + 1)"
                let list = try await nuntiq.customerAPI.get("/api/v1/invoices?\(name)=GR%C3%96SSE-\(number)")
                #expect(list["items"]?.array?.map { $0[name]?.string } == ["Größe-\(number)"])
                let claim: JSONObject = ["state": "PendingIntegration", name: .string(reference)]
                let leases = try await nuntiq.customerAPI.post("/api/v1/invoices/claim", .object(claim))["leases"]
                #expect(leases?.array?.count == 1)
            }
        }
    }

    @Test(.proves("model/detail-integration", "model/detail-version"), arguments: TestDatabase.allCases)
    func `the detail shows lease, intent, pending action, failure and external ids, and counts each change`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let api = nuntiq.customerAPI
            let token = try await nuntiq.seeder.insert()
            let path = "/api/v1/invoices/\(token)"
            var versions: [Int64] = []
            func integration() async throws -> JSONValue {
                let detail = try await api.get(path)
                versions.append(try #require(detail["version"]?.number?.int))
                return try #require(detail["integration"])
            }
            #expect(try await integration() == .object([:]))
            _ = try await api.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
            #expect(try await integration()["lease"]?["fence"] == 1)
            _ = try await api.post("\(path)/posting-intent", ["erp_reference": "R-1", "payload_hash": "h"])
            #expect(try await integration()["intent"]?["erp_reference"] == "R-1")
            _ = try await api.post("\(path)/hold", ["reason": "look"])
            #expect(try await integration()["pending_action"]?["action"] == "hold")
            _ = try await api.post("\(path)/release", ["reason": "looked"])
            #expect(try await integration()["pending_action"] == nil)
            _ = try await api.post(
                "\(path)/integration-result", ["success": false, "failure_code": "X", "failure_message": "no account"])
            let failed = try await integration()
            #expect(failed["failure_code"] == "X" && failed["failure_message"] == "no account")
            #expect(failed["lease"] == nil && failed["intent"] == nil)
            _ = try await api.post(
                "\(path)/integration-result",
                ["success": true, "external_id_1": "A", "external_id_3": "C", "external_message_1": "posted"])
            let posted = try await integration()
            #expect(posted["external_id_1"] == "A" && posted["external_id_3"] == "C")
            #expect(posted["external_message_1"] == "posted" && posted["failure_code"] == nil)
            #expect(versions == versions.sorted() && Set(versions).count == versions.count)
        }
    }
}
