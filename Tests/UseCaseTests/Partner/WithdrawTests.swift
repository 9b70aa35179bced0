import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct WithdrawTests {
    private func withdraw(_ token: String, _ nuntiq: TestNuntiq, by client: TestClient? = nil) async throws
        -> TestAnswer
    {
        try await (client ?? nuntiq.partnerAPI).call(.post, "\(TestNuntiq.submissions)/\(token)/withdraw")
    }

    @Test(.proves("partner/withdraw"), arguments: TestDatabase.allCases)
    func `before it is handed out a supplier takes its invoice back, once`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let received = try await nuntiq.submit()
            let first = try await withdraw(received, nuntiq)
            #expect(first.status == 200)
            #expect(first["data"]?["status_label"] == "Withdrawn")
            #expect(first["data"]?["status_changed"] == true)
            let again = try await withdraw(received, nuntiq)
            #expect(again.status == 200)
            #expect(again["data"]?["status_changed"] == false)
            let failing = try await nuntiq.submitAndWork(["total_amount": 1300])
            let ready = try await nuntiq.submitAndWork()
            let retried = try await nuntiq.submitAndWork()
            try await nuntiq.claim()
            try await nuntiq.fail(retried)
            try await nuntiq.act("release", retried, ["reason": "r"])
            nuntiq.clock.advance(by: .seconds(301))  // the other lease is over
            for token in [failing, ready, retried] {
                let answer = try await withdraw(token, nuntiq)
                #expect(answer["data"]?["status_changed"] == true, "\(answer.text)")
                let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
                #expect(detail["invoice"]?["status"] == 98)
                let seen = try await nuntiq.supplierView(token)
                #expect(seen["status_label"] == "Withdrawn")
                #expect(seen["messages"]?.array?.last?["code"] == "CANCELLED")
            }
            try await nuntiq.work()
            let unworked = try await nuntiq.supplierView(received)
            #expect(unworked["status_label"] == "Withdrawn")
        }
    }

    @Test(.proves("partner/withdraw-409"), arguments: TestDatabase.allCases)
    func `later it is a 409 that names the supplier's label and no inner state`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let token = try await nuntiq.submitAndWork()
            func refused(_ label: String) async throws {
                let answer = try await withdraw(token, nuntiq)
                #expect(answer.status == 409)
                #expect(answer["error"] == "not_withdrawable")
                #expect(answer["message"]?.string?.hasPrefix("The invoice is \(label); it cannot") == true)
            }
            try await nuntiq.claim()
            try await refused("In process")
            try await nuntiq.act("acknowledge", token, [:])
            try await refused("In process")
            try await nuntiq.fail(token)
            try await refused("In process")
            try await nuntiq.act("hold", token, ["reason": "r"])
            try await refused("In review")
            try await nuntiq.act("cancel", token, ["reason": "r"])
            try await refused("Withdrawn")
            let other = try await nuntiq.submitAndWork()
            try await nuntiq.claim()
            try await nuntiq.act("integration-result", other, ["success": true, "external_id_1": "1"])
            let booked = try await withdraw(other, nuntiq)
            #expect(booked["message"]?.string?.hasPrefix("The invoice is Booked;") == true)
        }
    }

    @Test func `a reason is kept for the customer, and what is none is a 400`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let token = try await nuntiq.submit()
            let path = "\(TestNuntiq.submissions)/\(token)/withdraw"
            for body in ["{\"reason\": 7}", "[]", "{", "\u{FEFF}"] {
                let answer = try await nuntiq.partnerAPI.call(.post, path, body: .text(body))
                #expect(answer.status == 400, "\(body)")
            }
            let done = try await nuntiq.partnerAPI.post(path, ["reason": "sent twice"])
            #expect(done.status == 200)
            let messages = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)/lifecycle-messages")
            #expect(messages["messages"]?.array?.last?["note_internal"] == "sent twice")
            #expect(messages["messages"]?.array?.last?["actor_display_name"] == "Globex")
        }
    }
}
