import NuntiqCore
import NuntiqStore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct PartnerTests {
    @Test(arguments: TestDatabase.allCases)
    func `a partner account is found by id and by name in any case`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            for reference in [" globex ", "GLOBEX", String(accounts.globex.id)] {
                let found = try await accounts.partners.find(reference, in: accounts.acme.id)
                #expect(found == accounts.globex)
            }
            await #expect(throws: PartnerError.unknown("initech")) {
                try await accounts.partners.find("initech", in: accounts.acme.id)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `another tenant has no such account`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let other = try await accounts.tenants.create(NewTenant(subdomain: "other", name: "Other"), by: .console)
            let id = accounts.globex.id
            await #expect(throws: PartnerError.unknown(String(id))) {
                try await accounts.partners.find(String(id), in: other.id)
            }
            await #expect(throws: PartnerError.unknown(String(id))) {
                try await accounts.partners.deactivate(id, in: other.id, by: .console)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `addresses and supplier numbers are kept once each`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let wanted = NewPartner(
                name: " Initech ", emails: ["b@x.nl", "a@x.nl", "B@X.nl"], suppliers: ["S-1", " s-1", "S-2"])
            let made = try await accounts.partners.create(wanted, in: accounts.acme.id, by: .console)
            let found = try await accounts.partners.find("initech", in: accounts.acme.id)
            #expect(found.name == "Initech" && found.suppliers == ["S-1", "S-2"])
            #expect(found.emails == ["a@x.nl", "b@x.nl"] && found.id == made.id)
            #expect(try await accounts.partners.list(accounts.acme.id).map(\.name) == ["Globex", "Initech"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a name belongs to one account`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            await #expect(throws: PartnerError.nameTaken("GLOBEX")) {
                try await accounts.partners.create(NewPartner(name: "GLOBEX"), in: accounts.acme.id, by: .console)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `every fault of a new account is told at once`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let wanted = NewPartner(name: "", emails: ["ok@x.nl", "nobody"], suppliers: [""])
            let error = try await #require(throws: PartnerError.self) {
                try await accounts.partners.create(wanted, in: accounts.acme.id, by: .console)
            }
            #expect(error.details.map(\.field) == ["name", "notify[1]", "suppliers[0]"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a second deactivation changes nothing`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let id = accounts.globex.id
            for _ in 0..<2 {
                let partner = try await accounts.partners.deactivate(id, in: accounts.acme.id, by: .console)
                #expect(!partner.isActive)
            }
            let subject = withUnsafeBytes(of: id.bigEndian) { Array($0) }
            #expect(try await accounts.events(of: subject).map(\.kind) == ["partner_created", "partner_deactivated"])
        }
    }
}
