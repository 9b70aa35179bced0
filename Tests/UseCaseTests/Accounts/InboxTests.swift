import NuntiqCore
import NuntiqStore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct InboxTests {
    @Test(arguments: TestDatabase.allCases)
    func `an inbox is found by address and by identifier, trimmed and folded`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let wanted = NewInbox(address: " AP-NL@acme.example ", externalIdentifiers: ["Straße 1", "STRASSE 1", "x"])
            let added = try await accounts.inboxes.add(wanted, to: accounts.acme.id, by: .console)
            #expect(added.address == "AP-NL@acme.example" && added.externalIdentifiers == ["Straße 1", "x"])
            let found = try await accounts.database.read { [acme = accounts.acme.id] tx in
                let inboxes = InboxRepository(tx)
                return try [
                    inboxes.find(acme, .address, named: "ap-nl@ACME.example\n"),
                    inboxes.find(acme, .identifier, named: "strasse 1"), inboxes.find(acme, .identifier, named: " X"),
                    inboxes.find(acme, .address, named: "x"), inboxes.find(acme, .identifier, named: "y"),
                ].map { $0?.id }
            }
            #expect(found == [added.id, added.id, added.id, nil, nil])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a name that another inbox has is refused, and nothing is left behind`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let acme = accounts.acme.id
            let first = NewInbox(address: "a@acme.example", externalIdentifiers: ["A"])
            _ = try await accounts.inboxes.add(first, to: acme, by: .console)
            await #expect(throws: InboxError.addressTaken("A@ACME.example")) {
                try await accounts.inboxes.add(NewInbox(address: "A@ACME.example"), to: acme, by: .console)
            }
            await #expect(throws: InboxError.identifierTaken("a")) {
                let second = NewInbox(address: "b@acme.example", externalIdentifiers: ["b", "a"])
                return try await accounts.inboxes.add(second, to: acme, by: .console)
            }
            #expect(try await accounts.inboxes.list(acme).count == 2)
            _ = try await accounts.inboxes.add(
                NewInbox(address: "b@acme.example", externalIdentifiers: ["b"]), to: acme, by: .console)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a new default takes the place of the old one`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let acme = accounts.acme.id
            let added = try await accounts.inboxes.add(
                NewInbox(address: "new@acme.example", isDefault: true), to: acme, by: .console)
            let inboxes = try await accounts.inboxes.list(acme)
            #expect(inboxes.filter(\.isDefault).map(\.id) == [added.id])
            #expect(Set(inboxes.map(\.template)).count == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a name of another tenant is free`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let other = try await accounts.tenants.create(
                NewTenant(subdomain: "other", name: "Other"), by: .console)
            let wanted = NewInbox(address: "ap@acme.in.example")
            _ = try await accounts.inboxes.add(wanted, to: other.id, by: .console)
            #expect(try await accounts.inboxes.list(accounts.acme.id).count == 1)
        }
    }
}
