import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

@Suite
struct PermissionTests {
    @Test(.proves("partner/api-user-403", "customer/auth-403"))
    func `an API user without the permission is told which one is missing`() async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            let reader = nuntiq.customerAPI.showing(try await nuntiq.user("reader", [.readData]).apiKey)
            let submission = try await reader.post("/api/v1/partner/echo", [:])
            #expect(submission.status == 403)
            #expect(submission["error"] == "permission_missing")
            #expect(submission["message"]?.string?.contains("SUBMIT_SUPPLIER_INVOICE") == true)
            let reading = try await reader.get("/api/v1/things/7")
            #expect(reading.status == 403)
            #expect(reading["message"]?.string?.contains("READ_DOCS") == true)
        }
    }

    @Test func `one of several permissions is enough`() async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            for permission in [Permission.postDocs, .integrateInvoices] {
                let user = try await nuntiq.user(permission.rawValue, [permission])
                let answer = try await nuntiq.customerAPI.showing(user.apiKey).call(.delete, "/api/v1/things/7")
                #expect(answer.status == 200)
            }
        }
    }

    @Test(.proves("customer/auth-401"))
    func `a route of the customer API asks for a key before all else`() async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            for key in [nil, "sk_wrong"] {
                let answer = try await nuntiq.stranger.showing(key).get("/api/v1/things/7")
                #expect(answer.status == 401)
            }
        }
    }

    @Test func `a key that was revoked is worthless within a second`() async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            let user = try await nuntiq.user("short-lived", [.readDocs])
            let (database, secrets) = (nuntiq.app.database, nuntiq.app.installation.secrets)
            let users = ApiUsers(database: database, environment: nuntiq.app.environment, secrets: secrets)
            _ = try await users.revoke(String(user.user.id), in: nuntiq.tenant.id, by: .console)
            let answer = try await nuntiq.customerAPI.showing(user.apiKey).get("/api/v1/things/7")
            #expect(answer.status == 401)
        }
    }
}
