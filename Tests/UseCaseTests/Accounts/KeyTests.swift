import NuntiqCore
import NuntiqStore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct KeyTests {
    @Test(.proves("partner/key-form", "partner/key-stored-as-hmac"), arguments: TestDatabase.allCases)
    func `of a key only hash, prefix and last four are stored`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let issued = try await accounts.issue()
            #expect(issued.apiKey.wholeMatch(of: /sk_[0-9A-Za-z]{28}/) != nil)
            #expect(issued.rotationSecret.wholeMatch(of: /rs_[0-9A-Za-z]{28}/) != nil)
            let row = try await accounts.database.read { [acme = accounts.acme.id] tx in
                try tx.query(
                    "SELECT key_hash, secret_hash, pepper, prefix, last_4 FROM partner_key WHERE tenant = ?", [acme]
                )[0]
            }
            #expect(try row.bytes(0) == accounts.secrets.hash(issued.apiKey))
            #expect(try row.bytes(1) == accounts.secrets.hash(issued.rotationSecret))
            #expect(try row.int(2) == accounts.secrets.pepperVersion)
            #expect(try issued.apiKey.hasPrefix(row.text(3)) && issued.apiKey.hasSuffix(row.text(4)))
            let events = try await accounts.events(of: issued.key.id.bytes)
            #expect(events.map(\.kind) == ["key_issued"] && events.map(\.actor) == ["Operator"])
            #expect(!events[0].payload.contains(issued.apiKey) && events[0].payload.contains(issued.key.last4))
        }
    }

    @Test(.proves("partner/keys-create-default-90"), arguments: TestDatabase.allCases)
    func `without a choice a key lives 90 days`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let key = try await accounts.issue().key
            #expect(key.expiresAt == accounts.clock.now + .seconds(86_400 * 90) && key.expiresIntervalDays == 90)
            let never = try await accounts.issue("forever", .never).key
            #expect(never.expiresAt == nil && never.expiresIntervalDays == nil)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a label belongs to one live key of the account`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let first = try await accounts.issue("ERP", .days(30)).key
            await #expect(throws: KeyError.labelTaken("erp")) { try await accounts.issue(" erp ") }
            _ = try await accounts.keys.revoke(first.id, in: accounts.acme.id, by: .console)
            let second = try await accounts.issue("erp", .days(30)).key
            accounts.clock.advance(by: .seconds(86_400 * 30))
            let third = try await accounts.issue("erp").key
            #expect(Set([first.id, second.id, third.id]).count == 3)
            let keys = try await accounts.keys.list(of: accounts.globex.id, in: accounts.acme.id)
            #expect(keys.map(\.id).first == third.id && keys.count == 3)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `of several that want one label at once, one gets it`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let issued = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        do {
                            _ = try await accounts.issue("race")
                            return true
                        } catch {
                            #expect(error as? KeyError == .labelTaken("race"), "\(error)")
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(issued == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a wrong label and a wrong expiry are told together`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            for label in [" ", String(repeating: "x", count: 65)] {
                let error = try await #require(throws: KeyError.self) { try await accounts.issue(label, .days(31)) }
                #expect(error.details.map(\.field) == ["label", "expires_interval_days"])
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a revoked key stays in the list, and is not revoked twice`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let id = try await accounts.issue().key.id
            accounts.clock.advance(by: .seconds(60))
            let revoked = try await accounts.keys.revoke(id, in: accounts.acme.id, by: .console)
            #expect(revoked.revokedAt == accounts.clock.now)
            await #expect(throws: KeyError.unknown(id.description)) {
                try await accounts.keys.revoke(id, in: accounts.acme.id, by: .console)
            }
            let list = try await accounts.keys.list(of: accounts.globex.id, in: accounts.acme.id)
            #expect(list.map(\.id) == [id])
            #expect(try await accounts.events(of: id.bytes).map(\.kind) == ["key_issued", "key_revoked"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `another tenant cannot revoke a key, a deactivated account gets none`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let id = try await accounts.issue().key.id
            let other = try await accounts.tenants.create(NewTenant(subdomain: "other", name: "Other"), by: .console)
            await #expect(throws: KeyError.unknown(id.description)) {
                try await accounts.keys.revoke(id, in: other.id, by: .console)
            }
            _ = try await accounts.partners.deactivate(accounts.globex.id, in: accounts.acme.id, by: .console)
            await #expect(throws: KeyError.partnerInactive("Globex")) { try await accounts.issue("late") }
        }
    }
}
