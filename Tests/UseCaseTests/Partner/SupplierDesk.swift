import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// The day after the public example's invoice, so that nothing lies in the future.
let exampleDay = Instant(microseconds: 1_779_278_400_000_000)  // 2026-05-20T12:00:00Z

/// A whole Nuntiq on the day after the example, as a supplier and its customer use it over HTTP.
func withSuppliers(
    on kind: TestDatabase, _ body: @escaping @Sendable (TestNuntiq) async throws -> Void
) async throws {
    try await withNuntiq(on: kind, clock: TestClock(exampleDay), body)
}

extension TestNuntiq {
    static let submissions = "/api/v1/partner/invoices"

    /// Another partner account, as it calls.
    func partner(_ name: String, suppliers: [String] = []) async throws -> TestClient {
        let wanted = NewPartner(name: name, suppliers: suppliers)
        let partner = try await Partners(database: app.database).create(wanted, in: tenant.id, by: .console)
        let secrets = app.installation.secrets
        let key = try await Keys(database: app.database, environment: app.environment, secrets: secrets)
            .issue("production", for: partner.id, in: tenant.id, by: .console)
        return stranger.showing(key.apiKey)
    }

    /// Submits the example with changes and answers its token.
    func submit(
        _ invoice: JSONObject = [:], by client: TestClient? = nil, _ more: JSONObject = [:]
    ) async throws -> String {
        let answer = try await (client ?? partnerAPI).post(Self.submissions, .submission(invoice, more))
        #expect(answer.status == 200, "\(answer.text)")
        return try #require(answer["data"]?["invoice_token"]?.string)
    }

    /// Submits the example with changes, and runs the pipeline.
    func submitAndWork(_ invoice: JSONObject = [:], by client: TestClient? = nil) async throws -> String {
        let token = try await submit(invoice, by: client)
        try await work()
        return token
    }

    /// What the supplier is told of an invoice.
    func supplierView(_ token: String) async throws -> JSONObject {
        let answer = try await partnerAPI.get("\(Self.submissions)/\(token)")
        #expect(answer.status == 200, "\(answer.text)")
        return try #require(answer["data"]?.object)
    }

    /// What the customer does with an invoice.
    @discardableResult
    func act(_ verb: String, _ token: String, _ body: JSONObject) async throws -> TestAnswer {
        let answer = try await customerAPI.post("/api/v1/invoices/\(token)/\(verb)", .object(body))
        #expect((200..<300).contains(answer.status), "\(verb): \(answer.text)")
        return answer
    }

    /// Claims everything there is.
    func claim() async throws {
        let answer = try await customerAPI.post("/api/v1/invoices/claim", ["state": "PendingIntegration", "limit": 50])
        #expect(answer["leases"]?.array?.isEmpty == false, "\(answer.text)")
    }

    /// Reports a failure of the ERP.
    func fail(_ token: String) async throws {
        let report: JSONObject = ["success": false, "failure_code": "E-77", "failure_message": "posting period closed"]
        try await act("integration-result", token, report)
    }

    /// How many rows each table has.
    func rowCounts() async throws -> [String: Int64] {
        try await app.database.read { tx in
            let tables = [
                "invoice", "invoice_state", "event", "claim_key", "lifecycle_key", "attachment", "blob", "upload",
                "incident", "master_row",
                "work", "periodic", "partner", "partner_key", "api_user", "inbox", "template",
            ]
            var counts: [String: Int64] = [:]
            for table in tables { counts[table] = try tx.query("SELECT COUNT(*) FROM \(table)")[0].int(0) }
            return counts
        }
    }
}
