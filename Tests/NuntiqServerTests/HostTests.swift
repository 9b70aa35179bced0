import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

@Suite
struct HostTests {
    @Test(arguments: ["localhost", "127.0.0.1", "api.example.com", "[::1]:8080", "a.b.localhost", ".localhost"])
    func `any host that is no tenant's has the API`(host: String) async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            let answer = try await nuntiq.customerAPI.at(host).get("/api/v1/things/7")
            #expect(answer.status == 200)
            let root = try await nuntiq.customerAPI.at(host).get("/")
            #expect(root.status == 404)
        }
    }

    @Test(arguments: ["acme.localhost", "ACME.LocalHost:8080"])
    func `a tenant's host has its portal and the API`(host: String) async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            let page = try await nuntiq.stranger.at(host).get("/")
            #expect(page.status == 303 && page.header("Location") == "/sign-in")
            let answer = try await nuntiq.customerAPI.at(host).get("/api/v1/things/7")
            #expect(answer.status == 200)
            let unknown = try await nuntiq.stranger.at(host).get("/api/v1/nothing")
            #expect(unknown.status == 404)
            #expect(unknown["error"] == "not_found")
        }
    }

    @Test func `a host of no tenant is a 404`() async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            let answer = try await nuntiq.customerAPI.at("globex.localhost").get("/api/v1/things/7")
            #expect(answer.status == 404)
            #expect(answer["error"] == "host_unknown")
        }
    }

    @Test func `another tenant's key on a tenant's host is a 401`() async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            let (database, environment) = (nuntiq.app.database, nuntiq.app.environment)
            _ = try await Tenants(database: database, environment: environment, receivingDomain: "example.com")
                .create(NewTenant(subdomain: "globex", name: "Globex"), by: .console)
            let answer = try await nuntiq.customerAPI.at("globex.localhost").get("/api/v1/things/7")
            #expect(answer.status == 401)
            #expect(answer["message"] == "Invalid API Key")
        }
    }

    @Test func `the API's own host below the portal domain is no tenant's`() async throws {
        let api = try #require(APIAddress("https://api.localhost/api"))
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all, configure: { $0.api = api }) { nuntiq in
            let answer = try await nuntiq.customerAPI.at("api.localhost").get("/api/v1/things/7")
            #expect(answer.status == 200)
            #expect(answer.header("Strict-Transport-Security") == "max-age=31536000; includeSubDomains")
        }
    }
}
