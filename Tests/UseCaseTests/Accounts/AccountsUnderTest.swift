import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Synchronization

/// The use cases about who may call, on a fresh database with a tenant `acme` and a partner account `Globex`.
struct AccountsUnderTest: Sendable {
    let database: any Database
    let clock: TestClock
    let stopwatch = Stopwatch()
    let secrets = Secrets(masterKey: Array(repeating: 7, count: 32))
    let acme: Tenant
    let globex: Partner

    var environment: RuntimeEnvironment {
        RuntimeEnvironment(
            now: clock.environment.now, random: clock.environment.random, monotonic: { stopwatch.now })
    }
    var tenants: Tenants { Tenants(database: database, environment: environment, receivingDomain: "in.example") }
    var inboxes: Inboxes { Inboxes(database: database) }
    var partners: Partners { Partners(database: database) }
    var keys: Keys { Keys(database: database, environment: environment, secrets: secrets) }
    var apiUsers: ApiUsers { ApiUsers(database: database, environment: environment, secrets: secrets) }

    /// A node's authentication, with a cache of its own.
    func authentication() -> Authentication {
        Authentication(
            database: database, environment: environment, secrets: secrets,
            portal: PortalAddress(scheme: "https", domain: "apquery.com"))
    }

    func issue(_ label: String = "erp", _ expiry: KeyExpiry = .standard) async throws -> IssuedKey {
        try await keys.issue(label, expiry: expiry, for: globex.id, in: acme.id, by: .console)
    }

    /// Kind and payload of every event about something that is no invoice.
    func events(of subject: [UInt8]) async throws -> [(kind: String, payload: String, actor: String)] {
        try await database.read { [acme] tx in
            try tx.query(
                "SELECT kind, payload, actor_name FROM event WHERE tenant = ? AND subject = ? ORDER BY id",
                [acme.id, subject]
            ).map { (try $0.text(0), try $0.text(1), try $0.text(2)) }
        }
    }
}

/// A monotonic clock that a test moves.
final class Stopwatch: Sendable {
    private let time = Mutex(ContinuousClock().now)

    var now: ContinuousClock.Instant { time.withLock { $0 } }

    func advance(by duration: Duration) {
        time.withLock { $0 += duration }
    }
}

/// Runs `body` with the use cases on a fresh database.
func withAccounts(
    on kind: TestDatabase, _ body: @escaping @Sendable (AccountsUnderTest) async throws -> Void
) async throws {
    let clock = TestClock()
    try await withDatabase(on: kind, clock: clock) { database in
        let acme = try await Tenants(database: database, environment: clock.environment, receivingDomain: "in.example")
            .create(NewTenant(subdomain: "acme", name: "Acme Corp", country: "NL"), by: .console)
        let globex = try await Partners(database: database)
            .create(NewPartner(name: "Globex", emails: ["it@globex.example"]), in: acme.id, by: .console)
        try await body(AccountsUnderTest(database: database, clock: clock, acme: acme, globex: globex))
    }
}
