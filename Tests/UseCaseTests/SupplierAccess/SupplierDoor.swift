import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

/// A supplier in front of the door: what it gets by mail, and what it calls.
extension TestNuntiq {
    static let email = "it@globex.example"

    /// Calls a route of supplier access.
    func access(_ name: String, _ body: JSONValue, at host: String = "localhost") async throws -> TestAnswer {
        try await stranger.at(host).post("/api/v1/partner/supplier-access/\(name)", body)
    }

    /// The mails of a kind to an address, newest first, once everything due was worked off.
    func mails(_ kind: String, to email: String = email) async throws -> [JSONValue] {
        try await work()
        let all = try await stranger.get("/dev/mail.json")["messages"]?.array ?? []
        return all.filter { $0["kind"]?.string == kind && ($0["to"]?.string ?? "").contains(email) }
    }

    /// The token of the newest link to an address.
    func link(to email: String = email) async throws -> String {
        let mail = try #require(try await mails("partner_invitation", to: email).first)
        let text = try #require(mail["text"]?.string)
        return String(try #require(text.firstMatch(of: /regenerate\?token=([0-9a-f]{48})/)).1)
    }

    /// The newest code to an address.
    func code(to email: String = email) async throws -> String {
        let mail = try #require(try await mails("partner_verification_code", to: email).first)
        return String(try #require(mail["text"]?.string?.firstMatch(of: /\b([0-9]{6})\b/)).1)
    }

    /// A link of a new invitation.
    func invited() async throws -> String {
        _ = try await app.supplierAccess.invite(partner.id, in: tenant.id, by: .console)
        return try await link()
    }

    /// A claim token, by way of link and code.
    func provenClaim() async throws -> String {
        let link = try await invited()
        #expect(try await access("request-code", ["token": .string(link)]).status == 200)
        let validated = try await access("validate", ["token": .string(link), "code": .string(try await code())])
        return try #require(validated["data"]?["claim_token"]?.string)
    }

    /// A code that is not `code`.
    func wrong(_ code: String) -> JSONValue { .string(code == "000000" ? "111111" : "000000") }

    /// Another tenant with a portal of its own.
    func otherTenant() async throws -> Tenant {
        try await Tenants(database: app.database, environment: app.environment, receivingDomain: "example.com")
            .create(NewTenant(subdomain: "initech", name: "Initech"), by: .console)
    }
}
