import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct AuthenticationTests {
    @Test(arguments: TestDatabase.allCases)
    func `a partner's key leads to its account, an API user's to its permissions`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let issued = try await accounts.issue()
            let user = try await accounts.apiUsers.create(
                "erp", permissions: [.readDocs], in: accounts.acme.id, by: .console)
            let authentication = accounts.authentication()
            let partner = try await authentication.principal(showing: issued.apiKey, from: "192.0.2.1")
            #expect(partner.kind == .partner(keyID: issued.key.id) && partner.id == accounts.globex.id)
            #expect(partner.permissions == [.submitSupplierInvoice] && !partner.inGrace)
            let caller = try await authentication.principal(showing: user.apiKey, from: "192.0.2.1")
            #expect(caller.kind == .apiUser && caller.permissions == [.readDocs] && caller.name == "erp")
            #expect(caller.tenant == accounts.acme.id)
        }
    }

    @Test(.proves("partner/401-invalid"), arguments: TestDatabase.allCases)
    func `a malformed, unknown or revoked key is an invalid one`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let issued = try await accounts.issue()
            _ = try await accounts.keys.revoke(issued.key.id, in: accounts.acme.id, by: .console)
            let authentication = accounts.authentication()
            let unknown = APIKey.generate(.key, random: accounts.environment.random).text
            for key in ["", "sk_", "x", issued.apiKey + "x", unknown, issued.apiKey, issued.rotationSecret] {
                await #expect(throws: AuthenticationError.invalidKey) {
                    try await authentication.principal(showing: key, from: "")
                }
            }
            #expect(AuthenticationError.invalidKey.message == "Invalid API Key")
        }
    }

    @Test(.proves("partner/401-expired"), arguments: TestDatabase.allCases)
    func `an expired key is told when, and where to get a new one`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let issued = try await accounts.issue("erp", .days(30))
            let authentication = accounts.authentication()
            accounts.clock.advance(by: .seconds(86_400 * 30) - .microseconds(1))
            _ = try await authentication.principal(showing: issued.apiKey, from: "")
            accounts.clock.advance(by: .microseconds(1))
            let error = try await #require(throws: AuthenticationError.self) {
                try await authentication.principal(showing: issued.apiKey, from: "")
            }
            #expect(
                error.message == "This API key expired on 2026-03-31. Generate a new key at "
                    + "https://acme.apquery.com/supplier-access/regenerate")
            #expect(error.code == "key_expired")
        }
    }

    @Test(
        .proves("partner/key-change-within-second", "operations/changes-seen-within-second"),
        arguments: TestDatabase.allCases)
    func `a change holds for every node within a second`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let issued = try await accounts.issue()
            let (warm, cold) = (accounts.authentication(), accounts.authentication())
            _ = try await warm.principal(showing: issued.apiKey, from: "")
            _ = try await accounts.partners.deactivate(accounts.globex.id, in: accounts.acme.id, by: .console)
            await #expect(throws: AuthenticationError.invalidKey) {
                try await cold.principal(showing: issued.apiKey, from: "")
            }
            _ = try await warm.principal(showing: issued.apiKey, from: "")
            accounts.stopwatch.advance(by: .seconds(1))
            await #expect(throws: AuthenticationError.invalidKey) {
                try await warm.principal(showing: issued.apiKey, from: "")
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a key from before a rotation works until its grace ends, flagged`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let issued = try await accounts.issue()
            let old = APIKey.generate(.key, random: accounts.environment.random).text
            let graceUntil = accounts.clock.now + .seconds(4 * 3_600)
            try await accounts.database.write { [acme = accounts.acme.id, secrets = accounts.secrets] tx in
                try tx.execute(
                    "UPDATE partner_key SET grace_hash = ?, grace_until = ? WHERE tenant = ? AND id = ?",
                    [secrets.hash(old), graceUntil, acme, issued.key.id])
                try tx.execute(
                    "INSERT INTO key_directory (key_hash, tenant, kind, subject) VALUES (?, ?, 'partner_grace', ?)",
                    [secrets.hash(old), acme, issued.key.id])
            }
            let authentication = accounts.authentication()
            #expect(try await authentication.principal(showing: old, from: "").inGrace)
            accounts.clock.set(graceUntil)
            await #expect(throws: AuthenticationError.invalidKey) {
                try await authentication.principal(showing: old, from: "")
            }
            #expect(try await !authentication.principal(showing: issued.apiKey, from: "").inGrace)
            _ = try await accounts.keys.revoke(issued.key.id, in: accounts.acme.id, by: .console)
            let left = try await accounts.database.read { tx in try tx.query("SELECT tenant FROM key_directory").count }
            #expect(left == 0)
        }
    }

    @Test(.proves("partner/last-used-recorded"), arguments: TestDatabase.allCases)
    func `the last use is written by the flush, not by the request`(database: TestDatabase) async throws {
        try await withAccounts(on: database) { accounts in
            let issued = try await accounts.issue()
            let authentication = accounts.authentication()
            func lastUse() async throws -> PartnerKey {
                try await accounts.keys.list(of: accounts.globex.id, in: accounts.acme.id)[0]
            }
            for address in ["192.0.2.1", "192.0.2.2"] {
                _ = try await authentication.principal(showing: issued.apiKey, from: address)
            }
            #expect(try await lastUse().lastUsedAt == nil)
            try await authentication.usage.flush()
            #expect(try await lastUse().lastUsedAt == accounts.clock.now)
            let address = try await accounts.database.read { [acme = accounts.acme.id] tx in
                try tx.query("SELECT last_used_from FROM partner_key WHERE tenant = ?", [acme])[0].text(0)
            }
            #expect(address == "192.0.2.2")
            try await authentication.usage.flush()
        }
    }

    @Test(.proves("partner/last-used-recorded"), arguments: TestDatabase.allCases)
    func `a request writes nothing for it, and the first with a rotated key once`(
        database: TestDatabase
    ) async throws {
        try await withAccounts(on: database) { accounts in
            let counter = WriteCounter(accounts.database)
            let authentication = Authentication(
                database: counter, environment: accounts.environment, secrets: accounts.secrets,
                portal: PortalAddress(scheme: "https", domain: "apquery.com"))
            let issued = try await accounts.issue()
            func use(_ key: String) async throws {
                for _ in 0..<20 {
                    _ = try await authentication.principal(showing: key, from: "192.0.2.1")
                    accounts.stopwatch.advance(by: .milliseconds(300))
                }
            }
            try await use(issued.apiKey)
            #expect(counter.count == 0)
            let rotated = try await accounts.rotate(issued, idempotencyKey: "k").issued
            try await use(issued.apiKey)
            #expect(counter.count == 0)
            try await use(rotated.apiKey)
            #expect(counter.count == 1)
            try await authentication.usage.flush()
            #expect(counter.count == 2)
        }
    }
}
