import Foundation
import NuntiqModel
import NuntiqTesting

/// A supplier's system: submits with an idempotency key, and again until there is an answer.
struct ChaosSupplier: Sendable {
    let name: String
    let caller: ChaosCaller
    /// Whether each invoice brings a file.
    let attaches: Bool

    private var ledger: ChaosLedger { caller.ledger }

    /// Submits until the ledger closes; each third invoice once more after its answer.
    func run() async throws {
        var index = 0
        while await !ledger.isClosing {
            index += 1
            let number = "\(name)-\(index)"
            try await submit(number)
            if index % 3 == 0 { try await submit(number) }
        }
        await ledger.leave()
    }

    /// Submits one invoice.
    func submit(_ number: String) async throws {
        let invoice = invoice(number)
        let answer = try await caller.ask { api in
            try await api.post("/api/v1/partner/invoices", invoice, headers: ["Idempotency-Key": number])
        }
        guard answer.status == 200, let token = answer.json["data"]?["invoice_token"]?.string else {
            return await ledger.note { $0.fault("\(number): \(answer.status) \(answer.text)") }
        }
        await ledger.note { $0.accept(number, as: token) }
    }

    private func invoice(_ number: String) -> JSONValue {
        var body: JSONObject = [
            "invoice": [
                "supplier_number": "S-001", "invoice_number": .string(number), "invoice_date": "2026-05-19",
                "currency": "EUR", "total_amount": "119.00", "net_amount": "100.00", "tax_amount": "19.00",
                "ext_reference_1": .string(FeedWalk.reference),
                "lines": [["description": "Work", "quantity": "1", "unit_price": "100.00"]],
            ]
        ]
        if attaches {
            // Each file is another one: equal ones would be stored once.
            let content = Data(String(repeating: "\(number) ", count: 2_000).utf8).base64EncodedString()
            body["attachments"] = [
                ["type": "ATTACHMENT", "filename": .string("\(number).txt"), "content": .string(content)]
            ]
        }
        return .object(body)
    }
}
