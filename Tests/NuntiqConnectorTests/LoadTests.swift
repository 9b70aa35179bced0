import NuntiqConnector
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct ConnectorLoadTests {
    @Test(arguments: TestDatabase.allCases)
    func `suppliers are saved, listed, replaced and deleted`(database: TestDatabase) async throws {
        try await withConnector(on: database) { context, _ in
            let load = MasterLoad.suppliers(context)
            let counts = try await load.save([supplier("S-1"), supplier("S-2")])
            #expect(counts.inserted == 2 && counts.updated == 0)
            #expect(try await load.save([supplier("S-2")]).unchanged == 1)
            var numbers: [JSONValue?] = []
            for try await row in load.all(where: ["supplier_number": "S-2"]) { numbers.append(row["supplier_number"]) }
            #expect(numbers == ["S-2"])
            try await load.replaceAll(with: [supplier("S-2"), supplier("S-3")])
            #expect(try await load.page(size: 1).count == 2)
            try await load.delete(where: [["supplier_number": "S-3"]])
            #expect(try await load.page().items.map { $0["supplier_number"] } == ["S-2"])
            await #expect(throws: ArgumentError.self) { try await load.delete(where: [[:]]) }
            await #expect(throws: ArgumentError.self) { try await load.deactivate(where: [["supplier_number": "S-2"]]) }
        }
    }

    @Test func `each payment is taken or refused by itself`() async throws {
        try await withConnector(on: .sqlite) { context, _ in
            let token = try #require(try await InvoiceLoad(context).claim().first).invoiceToken
            let load = PaymentLoad(context)
            let results = try await load.save([payment("P-1", token), payment("P-2", "inv_unknown")])
            #expect(results.map { $0.error == nil } == [true, false])
            #expect(try await load.payments(of: token).map { $0["external_payment_id"] } == ["P-1"])
        }
    }

    @Test func `an invoice is imported once, with its image`() async throws {
        try await withConnector(on: .sqlite) { context, nuntiq in
            let load = IngestionLoad(context)
            let file = try FileContent(name: "a \"b\".pdf", bytes: Array("%PDF-1.4\n%%EOF\n".utf8))
            #expect(file.contentType == "application/pdf")
            let invoice: JSONObject = [
                "supplier_number": "S-1", "invoice_number": "I-1", "invoice_date": "2026-05-19", "currency": "EUR",
                "total_amount": 12, "lines": [["description": "Toner", "quantity": 1, "unit_price": 12]],
            ]
            let first = try await load.importInvoice(invoice, image: file, idempotencyKey: "k-1")
            let again = try await load.importInvoice(invoice, image: file, idempotencyKey: "k-1")
            #expect(first.invoiceToken == again.invoiceToken)
            try await nuntiq.work()
            let imported = try await InvoiceLoad(context).invoice(first.invoiceToken)
            #expect(imported.text("invoiceNumber") == "I-1" && imported.lines.count == 1)
            let attachment = try #require(imported.attachments.first)
            #expect(try await InvoiceLoad(context).save(attachment).hasSuffix(".pdf"))
            #expect(throws: ArgumentError.self) { try FileContent(name: "x", bytes: []) }
        }
    }

    private func supplier(_ number: String) -> JSONObject {
        ["supplier_number": .string(number), "supplier_name": "Globex"]
    }

    private func payment(_ id: String, _ invoice: String) -> JSONObject {
        [
            "external_payment_id": .string(id), "method": "SEPA", "total_amount": 10, "currency": "EUR",
            "status": "SENT", "lines": [["invoice_token": .string(invoice), "applied_amount": 10]],
        ]
    }
}
