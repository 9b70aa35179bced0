import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

/// Supplier unknown, inactive or blocked: never 90; when the supplier comes, the invoice goes on by itself.
@Suite
struct AwaitedSupplierTests {
    @Test(.proves("pipeline/supplier-never-90"), arguments: TestDatabase.allCases)
    func `an invoice waits for its supplier and goes on when it is in use`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let early = try await nuntiq.receive(["invoice_number": "INV-0"])
            try await nuntiq.work()
            #expect(try await nuntiq.status(of: early) == 90, "without suppliers nothing is checked")
            try await nuntiq.take("supplier", .supplier("OTHER"))
            let token = try await nuntiq.receive(["invoice_number": "INV-1", "supplier_number": " s-001"])
            try await nuntiq.work()
            #expect(try await nuntiq.status(of: token) == 40)
            #expect(try await nuntiq.reason(of: token) == "AWAITING_SUPPLIER")
            let shown = try await nuntiq.partnerAPI.get("/api/v1/partner/invoices/\(token)")
            #expect(!shown.text.contains("master data"), "what is loaded is not the supplier's affair")
            for (change, reason) in [("is_blocked", "SUPPLIER_BLOCKED"), ("is_active", "SUPPLIER_INACTIVE")] {
                let flag: JSONObject = [change: .bool(change == "is_blocked")]
                try await nuntiq.take("supplier", .supplier("S-001", flag))
                #expect(
                    try await nuntiq.customerAPI.post(
                        "/api/v1/invoices/\(token)/reprocess", ["reason": "try"]
                    ).status == 200)
                try await nuntiq.work()
                #expect(try await nuntiq.status(of: token) == 40)
                #expect(try await nuntiq.reason(of: token) == reason)
                try await nuntiq.take("supplier", .supplier("S-001", ["is_blocked": false]))
                if change == "is_blocked" {
                    try await nuntiq.take("supplier", .supplier("S-001", ["is_active": false]))
                }
            }
            #expect(try await nuntiq.status(of: token) == 40)
            try await nuntiq.take("supplier", .supplier("S-001", ["is_active": true]))
            try await nuntiq.work()
            #expect(try await nuntiq.status(of: token) == 90)
            #expect(try await nuntiq.codes(of: token).last == "READY")
        }
    }

    @Test(.proves("pipeline/awaited-data-arrives"), arguments: TestDatabase.allCases)
    func `a replacement of all suppliers wakes who waits for one of them`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.take("supplier", .supplier("OTHER"))
            var tokens: [Token] = []
            for number in 1...3 {
                tokens.append(try await nuntiq.receive(["invoice_number": .string("INV-\(number)")]))
            }
            try await nuntiq.work()
            try await nuntiq.take(
                "supplier", ["data": [.supplier("S-001"), .supplier("OTHER")], "full_load": true])
            try await nuntiq.work()
            for token in tokens { #expect(try await nuntiq.status(of: token) == 90) }
        }
    }
}

extension TestNuntiq {
    /// The rule of the first finding of the last refusal.
    fileprivate func reason(of token: Token) async throws -> String? {
        try await payload(of: .validationFailed, on: token)["issues"]?.array?.first?["rule"]?.string
    }
}
