import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// How these tests submit, look and send back.
extension TestNuntiq {
    /// A submission that passes every check, with `invoice` changed; its token.
    func receive(
        _ invoice: JSONObject = [:], to inbox: String? = nil, as client: TestClient? = nil
    ) async throws -> Token {
        var fields: JSONObject = [
            "supplier_number": "S-001", "invoice_number": "INV-1", "invoice_date": "2026-02-27", "currency": "EUR",
            "net_amount": 100, "tax_amount": 21, "total_amount": 121, "ext_reference_1": "po-1",
        ]
        for member in invoice.members { fields[member.key] = member.value }
        var body: JSONObject = ["invoice": .object(fields)]
        body["receiving_inbox"] = inbox.map(JSONValue.string)
        let answer = try await (client ?? partnerAPI).post("/api/v1/partner/invoices", .object(body))
        #expect(answer.json["data"]?["invoice_status"] == 20, "\(answer.text)")
        return try #require(answer.json["data"]?["invoice_token"]?.string.flatMap { Token($0) })
    }

    /// Each change of status and each message, in their order: `20→30`, `READY`.
    func story(of token: Token) async throws -> [String] {
        try await app.database.read { [tenant = tenant.id] tx in
            let rows = try tx.query(
                "SELECT from_status, to_status, code FROM event WHERE tenant = ? AND subject = ? ORDER BY id",
                [tenant, token.bytes])
            return try rows.flatMap { row in
                let (from, to, code) = (try row.int(0), try row.int(1), try row.text(2))
                return (from == to || from < 0 ? [] : ["\(from)→\(to)"]) + (code.isEmpty ? [] : [code])
            }
        }
    }

    /// What the last message of a code says: its payload.
    func payload(of code: LifecycleCode, on token: Token) async throws -> JSONValue {
        try await app.database.read { [tenant = tenant.id] tx in
            let rows = try tx.query(
                "SELECT payload FROM event WHERE tenant = ? AND subject = ? AND code = ? ORDER BY id DESC LIMIT 1",
                [tenant, token.bytes, code.rawValue])
            return try JSONValue.parse(try #require(rows.first).text(0))
        }
    }

    /// Applies rows of the table.
    func move(_ token: Token, _ rows: [(Status, Trigger)]) async throws {
        try await app.database.write { [tenant = tenant.id] tx in
            for (status, trigger) in rows {
                try ChangeStatus.change(tx, tenant: tenant, token: token, to: status, by: trigger)
            }
        }
    }

    /// Asks over HTTP for something that needs a reason.
    func ask(_ word: String, _ token: Token) async throws -> TestAnswer {
        try await customerAPI.post("/api/v1/invoices/\(token)/\(word)", ["reason": "because"])
    }

    /// A partner account that may submit for these suppliers only; its client.
    func limitedPartner(_ name: String, suppliers: [String]) async throws -> (partner: Partner, client: TestClient) {
        let partner = try await Partners(database: app.database)
            .create(NewPartner(name: name, suppliers: suppliers), in: tenant.id, by: .console)
        let key = try await Keys(
            database: app.database, environment: app.environment, secrets: app.installation.secrets
        )
        .issue("test", for: partner.id, in: tenant.id, by: .console)
        return (partner, partnerAPI.showing(key.apiKey))
    }

    /// Lets a partner account submit for any supplier.
    func freeSuppliers(of partner: Partner) async throws {
        try await app.database.write { [tenant = tenant.id] tx in
            try tx.execute(
                "UPDATE partner SET suppliers = ? WHERE tenant = ? AND id = ?", ["[]", tenant, partner.id])
        }
    }
}

extension Status {
    /// Rows of the table that lead an invoice from 20 to this status, where there are some without a connector.
    var route: [(Status, Trigger)] {
        let passed: [(Status, Trigger)] = [(.enriching, .beginEnrichment), (.pendingIntegrationFirst, .pass)]
        let failed = passed + [(.integrationFailed, .reportFailure)]
        return switch self {
        case .pendingEnrichment: []
        case .enriching: [(.enriching, .beginEnrichment)]
        case .needsReview: [(.enriching, .beginEnrichment), (.needsReview, .failValidation)]
        case .duplicateSuspected: [(.enriching, .beginEnrichment), (.duplicateSuspected, .suspectDuplicate)]
        case .pendingApproval: [(.enriching, .beginEnrichment), (.pendingApproval, .requireApproval)]
        case .pendingIntegrationFirst: passed
        case .integrationFailed: failed
        case .pendingIntegrationRetry: failed + [(.pendingIntegrationRetry, .release)]
        case .integrationOnHold: [(.enriching, .beginEnrichment), (.integrationOnHold, .hold)]
        case .receivedDocument, .extracting, .rejected, .pendingAcknowledgement, .pendingResult, .integrationInDoubt,
            .integrationCancelled, .processed:
            []
        }
    }
}
