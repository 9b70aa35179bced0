import NuntiqCore
import NuntiqStore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct ApiUserTests {
    @Test(arguments: TestDatabase.allCases)
    func `an API user keeps its permissions`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let acme = accounts.acme.id
            let issued = try await accounts.apiUsers.create(
                "erp", permissions: [.readDocs, .integrateInvoices], in: acme, by: .console)
            let listed = try await accounts.apiUsers.list(acme)
            #expect(listed == [issued.user] && listed[0].permissions == [.readDocs, .integrateInvoices])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `one without name or permissions is refused`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let error = try await #require(throws: ApiUserError.self) {
                try await accounts.apiUsers.create("", permissions: [], in: accounts.acme.id, by: .console)
            }
            #expect(error.details.map(\.field) == ["name", "permissions"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `it is revoked by id or name, once, and by name only when one has it`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let acme = accounts.acme.id
            func make() async throws -> ApiUser {
                try await accounts.apiUsers.create("ERP", permissions: [.readDocs], in: acme, by: .console).user
            }
            let (first, second) = (try await make(), try await make())
            await #expect(throws: ApiUserError.ambiguous("erp", ids: [first.id, second.id])) {
                try await accounts.apiUsers.revoke("erp", in: acme, by: .console)
            }
            #expect(try await accounts.apiUsers.revoke("\(first.id)", in: acme, by: .console).revokedAt != nil)
            #expect(try await accounts.apiUsers.revoke("erp", in: acme, by: .console).id == second.id)
            await #expect(throws: ApiUserError.unknown("erp")) {
                try await accounts.apiUsers.revoke("erp", in: acme, by: .console)
            }
        }
    }
}
