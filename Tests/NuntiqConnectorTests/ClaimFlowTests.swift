import NuntiqConnector
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct ConnectorClaimFlowTests {
    private static let unknown = "00000000-0000-7000-8000-000000000000"

    @Test(arguments: TestDatabase.allCases)
    func `the plain loop takes every ready invoice to processed`(database: TestDatabase) async throws {
        try await withConnector(on: database, invoices: 3) { context, _ in
            let load = InvoiceLoad(context)
            for lease in try await load.claim(limit: 2) {
                let invoice = try await load.invoice(lease.invoiceToken)
                #expect(
                    invoice.status == "PendingAcknowledgement" && invoice.amount("grossAmount") == Amount("1234.56"))
                try await load.acknowledge(lease.invoiceToken)
                try await load.succeed(lease.invoiceToken, externalID: "ERP-\(invoice.id)")
                #expect(try await load.invoice(lease.invoiceToken).status == "Processed")
            }
            var left: [JSONObject] = []
            for try await item in load.all() { left.append(item) }
            #expect(left.count == 1)
        }
    }

    @Test func `a key of the caller's own leads to the same leases`() async throws {
        try await withConnector(on: .sqlite, invoices: 2) { context, _ in
            let load = InvoiceLoad(context)
            let first = try await load.claim(limit: 1, idempotencyKey: "night-1")
            #expect(try await load.claim(limit: 1, idempotencyKey: "night-1") == first)
            let other = try await load.claim(limit: 1)
            #expect(other.count == 1 && other != first)
        }
    }

    @Test func `a failure is kept with its code, and a lease given back is claimable at once`() async throws {
        try await withConnector(on: .sqlite, invoices: 2) { context, _ in
            let load = InvoiceLoad(context)
            let leases = try await load.claim()
            let (first, second) = (try #require(leases.first), try #require(leases.last))
            try await load.fail(first.invoiceToken, code: "LINE_MISMATCH", message: "Line 2 has no account.")
            let failed = try await load.invoice(first.invoiceToken)
            #expect(failed.raw["integration"]?["failure_code"] == "LINE_MISMATCH" && failed.statusCode == 97)
            try await load.giveBack(second.invoiceToken)
            let again = try await load.claim()
            #expect(again.map(\.invoiceToken) == [second.invoiceToken])
        }
    }

    @Test(arguments: [(0, 300), (51, 300), (10, 59), (10, 1_801)])
    func `an argument out of range is refused before anything is sent`(limit: Int, seconds: Int) async throws {
        try await withConnector(on: .sqlite) { context, _ in
            await #expect(throws: ArgumentError.self) {
                try await InvoiceLoad(context).claim(limit: limit, leaseLength: .seconds(seconds))
            }
            let leases = try await InvoiceLoad(context).claim()
            #expect(leases.count == 1)
        }
    }

    @Test func `work under a lease stops when another holds the invoice`() async throws {
        let clock = TestClock()
        try await withConnector(on: .sqlite, clock: clock) { context, nuntiq in
            let load = InvoiceLoad(context)
            let lease = try #require(try await load.claim(leaseLength: .seconds(60)).first)
            clock.advance(by: .seconds(61))
            let other = try await nuntiq.customerAPI.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
            #expect(other.json["leases"]?.array?.count == 1)
            await #expect(throws: LeaseError.lost(invoice: lease.invoiceToken)) {
                try await load.withLease(lease) { _ in try await never() }
            }
            await #expect(throws: LeaseError.lost(invoice: lease.invoiceToken)) {
                try await load.acknowledge(lease.invoiceToken)
            }
            let late = try await load.succeed(lease.invoiceToken, externalID: "ERP-1")
            #expect(late["new_status"] == "Processed", "a success is a fact about the ERP")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a batch says of each invoice what became of it`(database: TestDatabase) async throws {
        try await withConnector(on: database, invoices: 3) { context, _ in
            let load = InvoiceLoad(context)
            let tokens = try await load.claim().map(\.invoiceToken)
            let acknowledged = try await load.acknowledge(tokens + [Self.unknown])
            #expect(acknowledged.map(\.invoiceToken) == tokens + [Self.unknown])
            #expect(acknowledged.map { $0.refusal == nil } == [true, true, true, false])
            let posting = Posting(id: "E-1", message: "POSTED", moreIDs: ["E-2", "E-3"], moreMessages: ["late"])
            let results: [InvoiceResult] = [
                .success(tokens[0], posting), .failure(tokens[1], code: "NO_ACCOUNT", message: "4711 is closed."),
            ]
            #expect(try await load.report(results).allSatisfy { $0.refusal == nil })
            let integration = try await load.invoice(tokens[0]).raw["integration"]
            #expect(integration?["external_id_3"] == "E-3" && integration?["external_message_2"] == "late")
            var failed: [JSONValue?] = []
            var filter = InvoiceFilter()
            filter.status = 97
            for try await item in try load.all(where: filter) { failed.append(item["invoice_token"]) }
            #expect(failed == [.string(tokens[1])])
        }
    }

    @Test func `messages are written once and polled in their order`() async throws {
        try await withConnector(on: .sqlite, invoices: 0) { context, nuntiq in
            let token = try await nuntiq.seeder.insert(.with { $0.references[0] = "CUSTOMER-A" })
            let load = LifecycleMessageLoad(context)
            var message = LifecycleMessage("ACKNOWLEDGED")
            message.reference = (.purchaseOrder, "4500001")
            let first = try await load.post(message, to: token.description, idempotencyKey: "ack-1")
            let again = try await load.post(message, to: token.description, idempotencyKey: "ack-1")
            #expect(first["id"] == again["id"] && first["reference_value"] == "4500001")
            var codes: [JSONValue?] = []
            for try await polled in try load.messages(since: "2020-01-01T00:00:00", references: [1: "customer-a"]) {
                codes.append(polled["code"])
            }
            #expect(codes.last == "ACKNOWLEDGED")
            #expect(throws: ArgumentError.self) { try load.messages(since: "2020-01-01T00:00:00", references: [:]) }
        }
    }
}
