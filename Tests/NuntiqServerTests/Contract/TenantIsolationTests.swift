import HTTPTypes
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Another tenant's keys against everything that a tenant has.
@Suite(.timeLimit(.minutes(20)))
struct TenantIsolationTests {
    @Test(.proves("operations/tenant-isolation"), arguments: TestDatabase.allCases)
    func `every route refuses another tenant's ids as if they did not exist`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let intruder = try await Intruder(nuntiq)
            let handles = try await nuntiq.handles()
            let before = try await nuntiq.traces()
            let routes = nuntiq.app.productRoutes.filter { !$0.isAbsolute }
            for call in routes.compactMap(ExampleCall.init) where !call.route.pathIDs.isEmpty {
                let unknown = try await intruder.send(call, "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55")
                for handle in handles {
                    let answer = try await intruder.send(call, handle)
                    #expect(answer.status == unknown.status, "\(call.name) \(handle): \(answer.text)")
                    #expect(answer["error"] == unknown["error"], "\(call.name) \(handle): \(answer.text)")
                    #expect((400..<500).contains(answer.status), "\(call.name) \(handle)")
                }
            }
            for call in routes.compactMap(ExampleCall.init) where call.method == .get && !call.route.path.contains("{")
            {
                let answer = try await intruder.send(call, "")
                #expect(!handles.contains { answer.text.contains($0) }, "\(call.name): \(answer.text)")
            }
            #expect(try await nuntiq.traces() == before)
        }
    }

    @Test(.proves("operations/tenant-isolation"))
    func `lists, batches, claims and references lead to the own tenant only`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let intruder = try await Intruder(nuntiq)
            let token = try await nuntiq.handles()[0]
            let api = intruder.customer
            let items: JSONValue = [["invoice_token": .string(token), "success": true, "external_id_1": "X"]]
            for path in ["/api/v1/invoices/acknowledge", "/api/v1/invoices/integration-results"] {
                let answer = try await api.post(path, ["items": items])
                #expect(answer["items"]?.array?.first?["error"] == "invoice_not_found", "\(answer.text)")
            }
            let claimed = try await api.post("/api/v1/invoices/claim", ["state": "PendingIntegration", "limit": 50])
            #expect(claimed["leases"] == [])
            let named = try await api.post(
                "/api/v1/lifecycle-messages/by-reference",
                ["invoice_number": "INV-1", "supplier_code": "S-001", "code": "PAID"])
            #expect(named.status == 404)
            #expect(try await api.get("/api/v1/invoices?invoice_number=INV-1")["items"] == [])
            #expect(try await api.get("/api/v1/leases")["leases"] == [])
        }
    }

    @Test(.proves("operations/no-user-enumeration"))
    func `no refusal tells whether a key, an account or a user exists`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let (app, tenant) = (nuntiq.app, nuntiq.tenant.id)
            let secrets = app.installation.secrets
            let users = ApiUsers(database: app.database, environment: app.environment, secrets: secrets)
            let revoked = try await nuntiq.user("gone", [.readDocs])
            _ = try await users.revoke(String(revoked.user.id), in: tenant, by: .console)
            let partner = try await Partners(database: app.database)
                .create(NewPartner(name: "Initech"), in: tenant, by: .console)
            let orphan = try await Keys(database: app.database, environment: app.environment, secrets: secrets)
                .issue("k", for: partner.id, in: tenant, by: .console)
            _ = try await Partners(database: app.database).deactivate(partner.id, in: tenant, by: .console)
            let unknown = APIKey.generate(.key, random: app.environment.random)
            var refusals: Set<String> = []
            for key in ["sk_mistyped", unknown.text, revoked.apiKey, orphan.apiKey, nuntiq.key.apiKey] {
                let answer = try await nuntiq.customerAPI.showing(key).get("/api/v1/invoices")
                refusals.insert("\(answer.status) \(answer["error"] ?? .null) \(answer["message"] ?? .null)")
            }
            #expect(refusals.count == 1, "\(refusals)")
            #expect(refusals.first?.hasPrefix("401") == true)
        }
    }
}

/// Another tenant with a supplier and a connector that may do everything there.
private struct Intruder {
    let partner: TestClient
    let customer: TestClient

    init(_ nuntiq: TestNuntiq) async throws {
        let app = nuntiq.app
        let (database, environment) = (app.database, app.environment)
        let secrets = app.installation.secrets
        let tenant = try await Tenants(
            database: database, environment: environment, receivingDomain: "nuntiq-receiving.com"
        ).create(NewTenant(subdomain: "hooli", name: "Hooli"), by: .console).id
        let account = try await Partners(database: database)
            .create(NewPartner(name: "Globex"), in: tenant, by: .console)
        let key = try await Keys(database: database, environment: environment, secrets: secrets)
            .issue("production", for: account.id, in: tenant, by: .console)
        let user = try await ApiUsers(database: database, environment: environment, secrets: secrets)
            .create("erp", permissions: Set(Permission.allCases), in: tenant, by: .console)
        partner = nuntiq.partnerAPI.showing(key.apiKey)
        customer = nuntiq.customerAPI.showing(user.apiKey)
    }

    func send(_ call: ExampleCall, _ handle: String) async throws -> TestAnswer {
        let client =
            switch call.route.access {
            case .partner: partner
            case .customer, .job, .open, .operators, .development, .portal: customer
            }
        return try await client.call(call.method, call.path(handle) + call.query, body: call.body)
    }
}

extension TestNuntiq {
    /// What acme has: an invoice under a lease, its file, and its partner's key.
    fileprivate func handles() async throws -> [String] {
        let file: JSONValue = ["type": "IMAGE", "filename": "a.pdf", "content": "JVBERi0xLjQKJSVFT0YK"]
        let submitted = try await partnerAPI.post(
            "/api/v1/partner/invoices",
            [
                "invoice": [
                    "supplier_number": "S-001", "invoice_number": "INV-1", "invoice_date": "2026-02-27",
                    "currency": "EUR", "total_amount": 121, "ext_reference_1": "po-1",
                ],
                "attachments": [file],
            ])
        let token = try #require(submitted.json["data"]?["invoice_token"]?.string, "\(submitted.text)")
        try await work()
        let claimed = try await customerAPI.post("/api/v1/invoices/claim", ["state": "PendingIntegration"])
        #expect(claimed["leases"]?.array?.count == 1)
        let detail = try await customerAPI.get("/api/v1/invoices/\(token)")
        let attachment = try #require(detail["attachments"]?.array?.first?["attachment_token"]?.string)
        return [token, attachment, key.key.id.description]
    }

    /// How much there is of what a call could leave or take away.
    fileprivate func traces() async throws -> [String] {
        try await app.database.read { [tenant = tenant.id] tx in
            let counted = try ["event", "invoice", "attachment", "partner_key", "work", "incident"].map { table in
                "\(table) \(try tx.query("SELECT COUNT(*) FROM \(table) WHERE tenant = ?", [tenant])[0].int(0))"
            }
            let states = try tx.query("SELECT status, version, fence FROM invoice_state WHERE tenant = ?", [tenant])
            return try counted + states.map { "\(try $0.int(0)) \(try $0.int(1)) \(try $0.int(2))" }
        }
    }
}
