import NuntiqCore
import NuntiqStore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct TenantTests {
    @Test(arguments: TestDatabase.allCases)
    func `a new tenant has a customer number, a default inbox and the standard template`(
        database: TestDatabase
    ) async throws {
        try await withAccounts(on: database) { accounts in
            let acme = accounts.acme
            #expect(acme.customerNumber.wholeMatch(of: /C[0-9]{8}/) != nil)
            let inboxes = try await accounts.inboxes.list(acme.id)
            #expect(inboxes.map(\.address) == ["ap@acme.in.example"] && inboxes.map(\.isDefault) == [true])
            let template = try await accounts.database.read { tx in
                try TemplateRepository(tx).newest(acme.id, inboxes[0].template)
            }
            #expect(template?.version == 1 && template?.fields == .standard)
            #expect(try await accounts.events(of: bytes(acme.id.rawValue)).map(\.kind) == ["tenant_created"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a tenant is found by subdomain in any case, customer number and id`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            for reference in ["acme", "ACME", accounts.acme.customerNumber, String(accounts.acme.id.rawValue)] {
                let found = try await accounts.tenants.find(reference)
                #expect(found == accounts.acme)
            }
            await #expect(throws: TenantError.unknown("globex")) { try await accounts.tenants.find("globex") }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a subdomain belongs to one tenant, also when two want it at once`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let wanted = NewTenant(subdomain: "twin", name: "Twin")
            let made = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        do {
                            _ = try await accounts.tenants.create(wanted, by: .console)
                            return true
                        } catch {
                            #expect(error as? TenantError == .subdomainTaken("twin"), "\(error)")
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(made == 1)
            let tenants = try await accounts.tenants.list()
            #expect(tenants.map(\.subdomain) == ["acme", "twin"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `every fault of a new tenant is told at once`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let wanted = NewTenant(subdomain: "api", name: " ", timezone: "CET", country: "XX")
            let error = try await #require(throws: TenantError.self) {
                try await accounts.tenants.create(wanted, by: .console)
            }
            #expect(error.details.map(\.field) == ["subdomain", "name", "timezone", "country"])
            #expect(error.code == "validation_failed")
        }
    }

    private func bytes(_ id: Int64) -> [UInt8] {
        withUnsafeBytes(of: id.bigEndian) { Array($0) }
    }
}
