import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct ClockStepTests {
    @Test(.proves("model/clock-step-loses-nothing"), arguments: TestDatabase.allCases, [3_600, -3_600])
    func `a clock step of an hour moves leases and loses nothing`(kind: TestDatabase, step: Int) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let api = nuntiq.customerAPI
            var invoices: Set<String> = []
            for number in 0..<4 {
                invoices.insert(try await nuntiq.receive(["invoice_number": .string("INV-\(number)")]).description)
            }
            try await nuntiq.work()
            let held = try await nuntiq.claim(limit: 2)
            nuntiq.clock.advance(by: .seconds(step))
            let more = try await nuntiq.receive(["invoice_number": "INV-4"])
            invoices.insert(more.description)
            try await nuntiq.work()
            for token in held {  // the holders go on, whether their lease is over or longer now
                let result: JSONValue = ["success": true, "external_id_1": .string(token)]
                let answer = try await api.post("/api/v1/invoices/\(token)/integration-result", result)
                #expect(answer["new_status"] == "Processed", "\(answer.text)")
            }
            nuntiq.clock.advance(by: .seconds(2 * 3_600))
            try await nuntiq.work()
            let rest = try await nuntiq.claim(limit: 50)
            #expect(Set(held).union(rest) == invoices)
            #expect(Set(held).isDisjoint(with: rest))
        }
    }
}

extension TestNuntiq {
    fileprivate func claim(limit: Int64) async throws -> [String] {
        let body: JSONValue = ["state": "PendingIntegration", "limit": .number(JSONNumber(limit))]
        let answer = try await customerAPI.post("/api/v1/invoices/claim", body)
        return answer["leases"]?.array?.compactMap { $0["invoice_token"]?.string } ?? []
    }
}
