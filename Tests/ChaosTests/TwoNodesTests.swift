import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.serialized)
struct TwoNodesTests {
    @Test(.proves("operations/two-nodes"), .timeLimit(.minutes(20)))
    func `two nodes on one PostgreSQL start together, work together, and one goes on alone`() async throws {
        try await withEmptyLocation(on: .postgres) { location in
            guard case .postgres(let url) = location else { return }
            try await withTemporaryFolder { shared in
                let settings = ["NUNTIQ_DATABASE_URL": url, "NUNTIQ_DATA": shared, "NUNTIQ_RATE_LIMIT": "off"]
                try await withServerProcess(environment: settings) { first in
                    try await withServerProcess(environment: settings) { second in
                        async let one: Void = first.start()
                        async let two: Void = second.start()
                        _ = try await (one, two)
                        try await work(together: first, second)
                    }
                }
            }
        }
    }

    private func work(together first: ServerProcess, _ second: ServerProcess) async throws {
        let nuntiq = first.program
        _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme Corp")
        _ = try await nuntiq.json("partner", "create", "acme", "Globex")
        let issued = try await nuntiq.json("key", "issue", "acme", "Globex", "--label", "k")
        let user = try await nuntiq.json(
            "api-user", "create", "acme", "erp", "--permissions", "INTEGRATE_INVOICES,READ_DOCS")
        let supplierKey = try #require(issued["api_key"]?.string)
        let userKey = try #require(user["api_key"]?.string)
        var submitted: Set<String> = []
        for number in 0..<10 {
            let (near, far) = number.isMultiple(of: 2) ? (first, second) : (second, first)
            let token = try await submit(number, to: near.client(showing: supplierKey))
            #expect(try await submit(number, to: far.client(showing: supplierKey)) == token)
            submitted.insert(token)
        }
        var posted = try await post(6, through: second.client(showing: userKey), first.client(showing: userKey))
        try await first.kill()
        posted += try await post(4, through: second.client(showing: userKey), second.client(showing: userKey))
        #expect(Set(posted) == submitted)
        #expect(posted.count == submitted.count)
    }

    private func submit(_ number: Int, to api: TestClient) async throws -> String {
        let answer = try await api.post(
            "/api/v1/partner/invoices",
            [
                "invoice": [
                    "invoice_number": .string("INV-\(number)"), "invoice_date": "2026-02-27", "currency": "EUR",
                    "total_amount": 121,
                ]
            ], headers: ["Idempotency-Key": "k\(number)"])
        return try #require(answer["data"]?["invoice_token"]?.string, "\(answer.text)")
    }

    /// Claims so many at one node, acknowledges and reports each at the other.
    private func post(_ count: Int, through claimer: TestClient, _ reporter: TestClient) async throws -> [String] {
        var posted: [String] = []
        while posted.count < count {  // the pipeline works in the background of both
            let left = Int64(count - posted.count)
            let claimed = try await claimer.post(
                "/api/v1/invoices/claim", ["state": "PendingIntegration", "limit": .number(JSONNumber(left))])
            for lease in claimed["leases"]?.array ?? [] {
                let token = try #require(lease["invoice_token"]?.string)
                let acknowledged = try await reporter.call(.post, "/api/v1/invoices/\(token)/acknowledge")
                #expect(acknowledged["new_status"] == "PendingResult")
                let result = try await claimer.post(
                    "/api/v1/invoices/\(token)/integration-result", ["success": true, "external_id_1": .string(token)])
                #expect(result["new_status"] == "Processed")
                posted.append(token)
            }
        }
        return posted
    }
}
