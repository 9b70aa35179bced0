import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct SubmissionFaultTests {
    /// What is changed in the example's invoice, the field at fault, and how the message begins.
    static let faulty: [(JSONObject, String, String)] = [
        (["invoice_number": .null], "invoice.invoice_number", "This field is required."),
        (["invoice_number": "  "], "invoice.invoice_number", "This field is required."),
        (["invoice_date": .null], "invoice.invoice_date", "This field is required."),
        (["currency": .null], "invoice.currency", "This field is required."),
        (["total_amount": .null, "lines": .null], "invoice.total_amount", "This field is required when"),
        (["total_amount": .null, "lines": []], "invoice.total_amount", "This field is required when"),
        (["invoice_date": "2026-02-30"], "invoice.invoice_date", "Expected a real date"),
        (["invoice_date": "19.05.2026"], "invoice.invoice_date", "Expected a real date"),
        (["invoice_date": 20_260_519], "invoice.invoice_date", "Expected a date, found a number."),
        (["due_date": "2026-13-01"], "invoice.due_date", "Expected a real date"),
        (["currency": "DOLLAR"], "invoice.currency", "Expected a currency code"),
        (["currency": "ZZZ"], "invoice.currency", "Expected a currency code"),
        (["document_type": "bill"], "invoice.document_type", "Expected one of invoice, credit_note"),
        (["total_amount": "12,50"], "invoice.total_amount", "Expected a number or a numeric text"),
        (["total_amount": true], "invoice.total_amount", "Expected a number, found a boolean."),
        (["supplier_name": ["x": 1]], "invoice.supplier_name", "Expected a text, found an object."),
        (["total_amount": decimal("1e31")], "invoice.total_amount", "A number has at most 38 digits"),
        (
            ["total_amount": decimal(String(repeating: "9", count: 39))], "invoice.total_amount",
            "A number has at most 38 digits"
        ),
        (["supplier_name": .string(long(4_001))], "invoice.supplier_name", "This text is longer than 4000"),
        (["notes": .string(long(32_001))], "invoice.notes", "This text is longer than 32000"),
        (["ext_reference_3": .string(long(256))], "invoice.ext_reference_3", "This text is longer than 255"),
        (["lines": "none"], "invoice.lines", "Expected an array of objects, found a string."),
        (["lines": [7]], "invoice.lines[0]", "Expected an object, found a number."),
        (["lines": [[:], ["quantity": "two"]]], "invoice.lines[1].quantity", "Expected a number or a numeric text"),
        (["taxes": [["tax_amount": "x"]]], "invoice.taxes[0].tax_amount", "Expected a number or a numeric text"),
        (["addresses": [["address_type": "home"]]], "invoice.addresses[0].address_type", "Expected one of vendor"),
        (["header": []], "invoice.header", "Expected an object, found an array."),
        (
            ["header": ["invoice_number": "X"]], "invoice.header.invoice_number",
            "This was given with another value as invoice.invoice_number."
        ),
        (["currencyCode": "EUR"], "invoice.currencyCode", "This was given with another value as invoice.currency."),
        (["lines": .array(Array(repeating: [:], count: 10_001))], "invoice.lines", "At most 10000 are taken"),
    ]

    static func long(_ characters: Int) -> String {
        String(repeating: "é", count: characters)
    }

    @Test(
        .proves(
            "partner/required-fields", "partner/header-conflict-400", "partner/real-dates", "partner/bound-lines",
            "partner/bound-strings", "partner/bound-decimals", "partner/details-path-as-sent"),
        arguments: TestDatabase.allCases)
    func `each fault is named as it was sent, and nothing is stored`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            for (change, field, message) in Self.faulty {
                let found = try await faults { _ = try await desk.submit(.submission(change), key: "k") }
                #expect(found.map(\.field) == [field], "\(field)")
                #expect(found.first?.message.hasPrefix(message) == true, "\(found)")
            }
            #expect(try await desk.count("invoice") == 0)
        }
    }

    @Test(.proves("partner/all-faults-at-once"))
    func `all faults are listed at once`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let body = JSONValue.submission(
                ["invoice_number": .null, "invoice_date": "x", "lines": [["quantity": "a"], ["tax_rate": "b"]]],
                ["attachments": [["type": "PHOTO", "filename": "", "content": "?"]], "receiving_inbox": 7])
            let found = try await faults { _ = try await desk.submit(body) }
            #expect(
                Set(found.map(\.field)) == [
                    "receiving_inbox", "invoice.invoice_number", "invoice.invoice_date", "invoice.lines[0].quantity",
                    "invoice.lines[1].tax_rate", "attachments[0].type", "attachments[0].filename",
                    "attachments[0].content",
                ])
        }
    }

    @Test(
        .proves("partner/bound-nesting", "partner/nul-and-surrogates-400", "model/text-nul-surrogates"),
        arguments: [
            (#"{"invoice":{"notes":"a\u0000"}}"#, "invoice.notes"),
            (#"{"invoice":{"notes":"\uD800"}}"#, "invoice.notes"),
            (#"{"a":[[[[[[[[1]]]]]]]]}"#, "a[0][0][0][0][0][0][0]"),
            (#"{"invoice":{"notes":"a","notes":"b"}}"#, "invoice.notes"), ("[]", ""), ("{}", "invoice"),
            (#"{"invoice":"x"}"#, "invoice"),
        ])
    func `what JSON allows and an invoice does not is a fault with its path`(text: String, field: String) async throws {
        try await withDesk(on: .sqlite) { desk in
            let found = try await faults { _ = try await desk.submit(text: text) }
            #expect(found.map(\.field) == [field])
        }
    }

    @Test func `what is no JSON is malformed, with the byte`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let error = await #expect(throws: SubmissionError.self) { try await desk.submit(text: #"{"invoice":}"#) }
            #expect(error?.code == "malformed_json")
            #expect(error?.message == "Unexpected character '}' in invoice at byte 11.")
        }
    }

    @Test func `more structured data than the bound is too large`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let space = String(repeating: " ", count: SubmissionLimits.structuredBytesMax)
            let error = await #expect(throws: SubmissionError.self) { try await desk.submit(text: "{\(space)}") }
            #expect(error == .tooLarge)
        }
    }
}
