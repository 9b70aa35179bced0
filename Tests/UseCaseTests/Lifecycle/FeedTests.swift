import Dispatch
import Foundation
import Logging
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Synchronization
import Testing

/// The feed rule under load; a run takes `NUNTIQ_FEED_SECONDS`, by default 10.
@Suite(.timeLimit(.minutes(20)))
struct FeedTests {
    @Test(.proves("customer/poll-order"), arguments: TestDatabase.allCases)
    func `with 16 writers, one of them slow, and a clock stepped back, each message is polled once`(kind: TestDatabase)
        async throws
    {
        try await withDatabaseLocation(on: kind) { location in
            let clock = TestClock()
            try await using(try await location.openForWriters(clock)) { database in
                let load = try await FeedLoad(database, clock)
                let seen = try await load.run()
                let stored = try await load.stored()
                #expect(seen.count > 16)
                #expect(seen.map(\.id).count == Set(seen.map(\.id)).count, "a message came twice")
                #expect(Set(seen.map(\.id)) == Set(stored), "messages were lost")
                let places = seen.compactMap(\.recordedAt)
                #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
            }
        }
    }
}

/// 16 writers, a sequencer and a poller on one database.
private struct FeedLoad: Sendable {
    let database: any Database
    let clock: TestClock
    let tokens: [Token]
    let monotonic = RuntimeEnvironment.live().monotonic
    let tenant = TenantID(rawValue: 1)
    private let filter = LifecycleFilter(references: [1: "po-1"])
    private let start = Instant(microseconds: 0)

    static let seconds = ProcessInfo.processInfo.environment["NUNTIQ_FEED_SECONDS"].flatMap(Int.init) ?? 10

    init(_ database: any Database, _ clock: TestClock) async throws {
        (self.database, self.clock) = (database, clock)
        let seeder = InvoiceSeeder(database)
        tokens = try await database.write { tx in
            try (0..<16).map { try seeder.insert(.referring(to: "po-1", number: "INV-\($0)"), in: tx) }
        }
    }

    /// Writes for a while and polls until everything is there.
    func run() async throws -> [LifecycleMessage] {
        let end = monotonic() + .seconds(Self.seconds)
        let slow = SlowWriter(database, tokens[0])
        return try await withThrowingTaskGroup(of: Void.self) { group in
            let sequencer = Sequencer(
                database: database, logger: Logger(label: "feed") { _ in SwiftLogNoOpLogHandler() })
            group.addTask { try await sequencer.run() }
            let seen = try await withThrowingTaskGroup(of: Void.self) { writers in
                for token in tokens { writers.addTask { try await write(on: token, until: end) } }
                writers.addTask { try await slow.run(until: { monotonic() >= end }) }
                let seen = try await poll(until: end)
                slow.finish()
                try await writers.waitForAll()
                return seen
            }
            let rest = try await drain(after: seen.last?.recordedAt ?? start)
            group.cancelAll()
            return seen + rest
        }
    }

    /// Every message that was committed.
    func stored() async throws -> [Int64] {
        try await database.read { tx in
            try tx.query("SELECT id FROM event WHERE tenant = ? AND reference_1 = 'po-1' AND code <> ''", [tenant])
                .map { try $0.int(0) }
        }
    }

    private func write(on token: Token, until end: ContinuousClock.Instant) async throws {
        while monotonic() < end {
            try await database.write { tx in
                try tx.append(.message(on: token, tenant, at: tx.now))
            }
        }
    }

    /// Polls as a client does, by the last `recorded_at`; halfway the clock goes back an hour.
    private func poll(until end: ContinuousClock.Instant) async throws -> [LifecycleMessage] {
        var seen: [LifecycleMessage] = []
        let half = monotonic() + .seconds(Self.seconds) / 2
        var isBack = false
        while monotonic() < end {
            seen += try await page(after: seen.last?.recordedAt ?? start, wait: .seconds(1))
            if !isBack, monotonic() > half {
                clock.advance(by: .seconds(-3_600))
                isBack = true
            }
        }
        return seen
    }

    /// What is left, up to what is stored.
    private func drain(after place: Instant) async throws -> [LifecycleMessage] {
        var seen: [LifecycleMessage] = []
        while true {
            let page = try await page(after: seen.last?.recordedAt ?? place, wait: .seconds(2))
            if page.isEmpty { return seen }
            seen += page
        }
    }

    private func page(after place: Instant, wait: Duration) async throws -> [LifecycleMessage] {
        try await LifecycleMessages(database: database).poll(
            filter, after: place, limit: 500, wait: wait, for: .sample(tenant: tenant)
        ).messages
    }
}

/// A writer that sits in an open transaction for two seconds after each append, longer than the feed may lag.
///
/// On SQLite, which has one writer, it commits at once.
private final class SlowWriter: Sendable {
    private let database: any Database
    private let token: Token
    private let released = DispatchSemaphore(value: 0)

    init(_ database: any Database, _ token: Token) {
        (self.database, self.token) = (database, token)
    }

    func run(until end: @Sendable () -> Bool) async throws {
        while !end() {
            try await database.write { [token, released] tx in
                try tx.append(.message(on: token, TenantID(rawValue: 1), at: tx.now))
                _ = try tx.query("SELECT 1")  // so that the insert is sent
                if tx.dialect == .postgres { _ = released.wait(timeout: .now() + 2) }
            }
        }
    }

    func finish() {
        released.signal()
    }
}

extension EventRecord {
    fileprivate static func message(on token: Token, _ tenant: TenantID, at now: Instant) -> EventRecord {
        EventRecord(
            tenant: tenant, subject: token.bytes, kind: "message", code: LifecycleCode.inProcess.rawValue,
            occurredAt: now, references: ["po-1", "", "", "", ""])
    }
}

extension DatabaseLocation {
    /// Opens the database with a connection for each writer, and one for the sequencer.
    fileprivate func openForWriters(_ clock: TestClock) async throws -> any Database {
        switch self {
        case .folder:
            try await open(for: clock)
        case .postgres(let url):
            try await PostgresDatabase.open(
                url: url, environment: clock.environment, settings: PostgresSettings(writers: 18, readers: 2))
        }
    }
}
