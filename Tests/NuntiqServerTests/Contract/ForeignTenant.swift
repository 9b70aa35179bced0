import NuntiqCore
import NuntiqModel
import NuntiqTesting

@testable import NuntiqServer

/// A second tenant in a test's installation, and everything of the first one that it might ask for.
struct ForeignTenant {
    let partner: TestClient
    let user: TestClient
    /// What the path's `{names}` stand for: ids and tokens of the first tenant.
    let ids: [String: String]
    /// Texts that no answer to the second tenant may hold.
    let secrets: [String]
    private let lease: String

    init(beside nuntiq: TestNuntiq) async throws {
        let (database, environment) = (nuntiq.app.database, nuntiq.app.environment)
        let secretsOfInstallation = nuntiq.app.installation.secrets
        let tenant = try await Tenants(
            database: database, environment: environment, receivingDomain: "nuntiq-receiving.com"
        ).create(NewTenant(subdomain: "initech", name: "Initech"), by: .console)
        let account = try await Partners(database: database)
            .create(NewPartner(name: "Umbrella", emails: []), in: tenant.id, by: .console)
        let key = try await Keys(database: database, environment: environment, secrets: secretsOfInstallation)
            .issue("production", for: account.id, in: tenant.id, by: .console)
        let erp = try await ApiUsers(database: database, environment: environment, secrets: secretsOfInstallation)
            .create("erp", permissions: Set(Permission.allCases), in: tenant.id, by: .console)
        partner = nuntiq.stranger.showing(key.apiKey)
        user = nuntiq.stranger.showing(erp.apiKey)
        let first = try await FirstTenant(nuntiq)
        lease = first.lease
        ids = [
            "token": first.invoice, "invoice_token": first.invoice, "attachment_token": first.attachment,
            "key_id": nuntiq.key.key.id.description, "connector": "erp-nl", "stream": "suppliers",
            "table": "customer_data_table_1",
        ]
        secrets = ["HUSH-4711", "Confidential consulting", "acme", "Globex", first.lease, first.attachment]
    }

    /// The route's example with the ids of the first tenant in path, headers and body, by a caller of the second.
    func send(_ call: ExampleCall) async throws -> TestAnswer {
        let segments = call.route.path.split(separator: "/").map { segment in
            segment.first == "{" ? ids[String(segment.dropFirst().dropLast())] ?? "" : String(segment)
        }
        let caller =
            switch call.route.access {
            case .partner: partner
            case .customer, .job, .open, .operators, .development, .portal: user
            }
        return try await caller.call(
            call.method, "/api/" + segments.joined(separator: "/") + call.query, body: body(of: call),
            headers: ["X-Lease-Token": lease])
    }

    private func body(of call: ExampleCall) -> Body? {
        guard let body = call.body, let example = call.description.body?.example else { return nil }
        if call.description.body?.isMultipart == true { return body }
        let invoice = ids["token"] ?? ""
        let text = example.serialized().replacing(JSONValue.exampleInvoice.string ?? "", with: invoice)
            .replacing(JSONValue.exampleLease.string ?? "", with: lease)
            .replacing("INV-2026-0042", with: "HUSH-4711")
        return .text(text)
    }
}

/// What the first tenant has: an invoice with a file, leased, with messages.
private struct FirstTenant {
    let invoice: String
    let attachment: String
    let lease: String

    init(_ nuntiq: TestNuntiq) async throws {
        let submitted = try await nuntiq.partnerAPI.post(
            "/api/v1/partner/invoices",
            [
                "invoice": [
                    "supplier_number": "S-001", "invoice_number": "HUSH-4711", "invoice_date": "2026-02-19",
                    "currency": "USD", "total_amount": 100, "ext_reference_1": "4711",
                    "lines": [["description": "Confidential consulting", "quantity": 1, "unit_price": 100]],
                ],
                "attachments": [["type": "IMAGE", "filename": "hush.txt", "content": "aHVzaCBodXNo"]],
            ])
        invoice = submitted["data"]?["invoice_token"]?.string ?? ""
        try await nuntiq.work()
        let claimed = try await nuntiq.customerAPI.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
        lease = claimed["leases"]?.array?.first?["lease_token"]?.string ?? ""
        let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(invoice)")
        attachment = detail["attachments"]?.array?.first?["attachment_token"]?.string ?? ""
    }
}
