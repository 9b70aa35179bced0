import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Every route of the list, called by a tenant with the ids of another.
@Suite
struct ForeignTenantTests {
    @Test(.proves("operations/tenant-isolation"), arguments: TestDatabase.allCases)
    func `no route tells or changes anything of another tenant`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind, configure: { $0.rateLimit = .off }) { nuntiq in
            let foreign = try await ForeignTenant(beside: nuntiq)
            #expect((Array(foreign.ids.values) + foreign.secrets).allSatisfy { !$0.isEmpty })
            let before = try await picture(of: nuntiq, foreign)
            for call in nuntiq.app.productRoutes.filter({ !$0.isAbsolute }).compactMap(ExampleCall.init) {
                let answer = try await foreign.send(call)
                check(answer, to: call, foreign)
            }
            #expect(try await picture(of: nuntiq, foreign) == before)
        }
    }

    @Test(.proves("operations/tenant-isolation"), arguments: TestDatabase.allCases)
    func `a key opens nothing at another tenant's host`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind, configure: { $0.rateLimit = .off }) { nuntiq in
            let foreign = try await ForeignTenant(beside: nuntiq)
            for call in nuntiq.app.productRoutes.filter({ !$0.isAbsolute }).compactMap(ExampleCall.init) {
                guard call.route.access != .open else { continue }
                for client in [foreign.partner, foreign.user] {
                    let answer = try await client.at("acme.localhost").call(
                        call.method, call.path() + call.query, body: call.body)
                    #expect(answer.status == 401, "\(call.name)")
                }
            }
        }
    }

    private func check(_ answer: TestAnswer, to call: ExampleCall, _ foreign: ForeignTenant) {
        guard call.route.access != .open else { return }
        if !call.route.pathIDs.isEmpty {
            #expect([401, 404].contains(answer.status), "\(call.name): \(answer.text)")
        }
        #expect(answer.status < 500, "\(call.name): \(answer.text)")
        for item in call.method == .post ? answer["items"]?.array ?? [] : [] {
            #expect(item["ok"] == false && item["error"] == "invoice_not_found", "\(call.name)")
        }
        let sent = call.description.body?.example.serialized() ?? ""
        for secret in foreign.secrets where !sent.contains(secret) {
            #expect(!answer.text.contains(secret) || isEchoed(secret, by: call), "\(call.name) tells \(secret)")
        }
    }

    /// What the caller sent of itself may come back: the number it asked for.
    private func isEchoed(_ secret: String, by call: ExampleCall) -> Bool {
        secret == "HUSH-4711" && call.description.body != nil
    }

    /// All that the first tenant sees of itself.
    private func picture(of nuntiq: TestNuntiq, _ foreign: ForeignTenant) async throws -> [String] {
        let invoice = foreign.ids["token"] ?? ""
        let paths = [
            "/api/v1/invoices/\(invoice)?includeNull=true&evidence=true", "/api/v1/invoices",
            "/api/v1/invoices/\(invoice)/lifecycle-messages", "/api/v1/leases",
            "/api/v1/attachment/\(foreign.ids["attachment_token"] ?? "")",
        ]
        var picture: [String] = []
        for path in paths { picture.append(try await nuntiq.customerAPI.get(path).text) }
        picture.append(try await nuntiq.partnerAPI.get("/api/v1/partner/invoices").text)
        return picture
    }
}
