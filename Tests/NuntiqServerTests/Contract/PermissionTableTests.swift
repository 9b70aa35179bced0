import HTTPTypes
import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Every route with every kind of key, held against ``PermissionTable``.
@Suite
struct PermissionTableTests {
    private func withCalls(
        _ body: @escaping @Sendable (TestNuntiq, [(ExampleCall, PermissionTable.Door)]) async throws -> Void
    ) async throws {
        try await withNuntiq(on: .sqlite, configure: { $0.rateLimit = .off }) { nuntiq in
            let calls = nuntiq.app.productRoutes.filter { !$0.isAbsolute }.compactMap(ExampleCall.init)
            try await body(nuntiq, calls.compactMap { call in PermissionTable.doors[call.name].map { (call, $0) } })
        }
    }

    @Test func `every route stands in the table of permissions`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            for route in nuntiq.app.productRoutes where !route.isAbsolute {
                let name = "\(route.method.rawValue) \(route.path)"
                #expect(PermissionTable.doors[name] != nil, "add a row to PermissionTable, from the contract")
            }
        }
    }

    @Test(.proves("customer/auth-403", "partner/api-user-403", "partner/api-user-may-submit"))
    func `each permission alone opens its routes and no other`() async throws {
        try await withCalls { nuntiq, calls in
            for permission in Permission.allCases {
                let user = nuntiq.stranger.showing(try await nuntiq.user(permission.rawValue, [permission]).apiKey)
                for (call, door) in calls where door != .mailToken {
                    let answer = try await user.call(call.method, call.path() + call.query, body: call.body)
                    let isOpen =
                        switch door {
                        case .anyone, .mailToken: true
                        case .customer(let permissions): permissions.contains(permission)
                        case .partner(let needed): needed == permission
                        case .partnerAlone, .job: false
                        }
                    #expect((answer.status != 403) == isOpen, "\(permission.rawValue) at \(call.name)")
                    #expect(answer.status != 401 && answer.status < 500, "\(permission.rawValue) at \(call.name)")
                }
            }
        }
    }

    @Test(.proves("customer/auth-401", "partner/401-missing-header", "partner/401-invalid"))
    func `no key, or one that is none, opens nothing but what is for everyone`() async throws {
        try await withCalls { nuntiq, calls in
            for (call, door) in calls where door != .mailToken {
                for key in [nil, "", "sk_0000000000000000000000000000", nuntiq.user.apiKey + "x"] {
                    let answer = try await nuntiq.stranger.showing(key).call(
                        call.method, call.path() + call.query, body: call.body)
                    #expect((answer.status == 401) == (door != .anyone), "\(call.name)")
                }
            }
        }
    }

    @Test(.proves("partner/key-on-customer-api-401"))
    func `a partner's key opens the partner API and nothing of the customer API`() async throws {
        try await withCalls { nuntiq, calls in
            for (call, door) in calls {
                let answer = try await nuntiq.partnerAPI.call(
                    call.method, call.path() + call.query, body: call.body)
                switch door {
                case .customer, .job:
                    #expect(answer.status == 401 && answer["error"] == "invalid_api_key", "\(call.name)")
                case .mailToken: #expect(answer.status != 403, "\(call.name)")
                case .partner, .anyone: #expect(answer.status != 401 && answer.status != 403, "\(call.name)")
                case .partnerAlone: #expect(answer.status != 403, "\(call.name)")
                }
            }
        }
    }
}
