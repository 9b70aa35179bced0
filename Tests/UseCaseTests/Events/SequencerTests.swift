import Dispatch
import NuntiqModel
import NuntiqTesting
import Synchronization
import Testing

@testable import NuntiqStore

@Suite(.timeLimit(.minutes(20)))
struct SequencerTests {
    private static let tenants = [TenantID(rawValue: 1), TenantID(rawValue: 2)]
    private static let writers = 16
    private static let eventsOfEach = 12

    @Test(arguments: TestDatabase.allCases)
    func `a poller misses nothing with sixteen writers, an open transaction and a clock that steps back`(
        kind: TestDatabase
    ) async throws {
        try await WorkBench.run(on: kind) { bench in
            let race = Race(bench)
            let seen = try await withThrowingTaskGroup(of: [Int64].self) { group in
                group.addTask { try await race.leaveOpen() }
                for await _ in race.opened { break }
                for writer in 0..<Self.writers { group.addTask { try await race.write(writer) } }
                for (index, tenant) in Self.tenants.enumerated() {
                    let expected = Self.writers * Self.eventsOfEach / 2 + (index == 0 ? 1 : 0)
                    group.addTask { try await race.poll(tenant, expected: expected) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let total = Self.writers * Self.eventsOfEach + 1
            #expect(seen.count == total)
            #expect(Set(seen).count == total)
            for tenant in Self.tenants {
                let check = try await bench.database.read { try ChainCheck.run($0, tenant) }
                #expect(check.faults == [])
                #expect(check.waiting == 0)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the service stamps what is committed`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            let tenant = Self.tenants[0]
            try await RunningService(Sequencer(database: bench.database, logger: WorkBench.logger)).run {
                for count in 1...5 {
                    try await bench.database.write { try $0.append(.sample(tenant, at: bench.clock.now)) }
                    while try await bench.recorded(tenant).count < count { await Task.yield() }
                }
            }
            let times = try await bench.recorded(tenant).compactMap(\.recordedAt)
            #expect(times == times.sorted() && Set(times).count == 5)
        }
    }

    /// Writers, one transaction that is open all the while, and pollers that sequence as they go.
    private final class Race: Sendable {
        let opened: AsyncStream<Void>
        private let bench: WorkBench
        private let reportOpen: AsyncStream<Void>.Continuation
        private let end = DispatchSemaphore(value: 0)
        private let left = Atomic(SequencerTests.writers)

        init(_ bench: WorkBench) {
            self.bench = bench
            (opened, reportOpen) = AsyncStream.makeStream()
        }

        /// Appends an event whose transaction ends only when half of the writers are done; SQLite's one writer, which
        /// no other passes, ends at once.
        func leaveOpen() async throws -> [Int64] {
            let event = EventRecord.sample(SequencerTests.tenants[0], at: bench.clock.now)
            try await bench.database.write { [reportOpen, end] tx in
                try tx.append(event)
                _ = try tx.query("SELECT 1")  // what was deferred is sent
                reportOpen.yield()
                switch tx.dialect {
                case .sqlite: break
                case .postgres: end.wait()
                }
            }
            return []
        }

        func write(_ writer: Int) async throws -> [Int64] {
            for number in 0..<SequencerTests.eventsOfEach {
                if writer == 3, number == 5 { bench.clock.advance(by: .seconds(-3_600)) }
                let event = EventRecord.sample(SequencerTests.tenants[number % 2], at: bench.clock.now)
                try await bench.database.write { try $0.append(event) }
            }
            let rest = left.subtract(1, ordering: .relaxed).newValue
            if rest == SequencerTests.writers / 2 { end.signal() }
            return []
        }

        func poll(_ tenant: TenantID, expected: Int) async throws -> [Int64] {
            let sequencer = Sequencer(database: bench.database, logger: WorkBench.logger)
            var last = Instant(microseconds: .min)
            var seen: [Int64] = []
            while seen.count < expected {
                try await sequencer.sequence()
                for stored in try await bench.recorded(tenant, after: last) {
                    let recordedAt = try #require(stored.recordedAt)
                    #expect(recordedAt > last)
                    last = recordedAt
                    seen.append(stored.id)
                }
            }
            return seen
        }
    }
}

extension WorkBench {
    func recorded(
        _ tenant: TenantID, after last: Instant = Instant(microseconds: .min)
    ) async throws -> [StoredEvent] {
        try await database.read {
            try StoredEvent.query($0, "WHERE tenant = ? AND recorded_at > ? ORDER BY recorded_at", [tenant, last])
        }
    }
}

extension EventRecord {
    static func sample(_ tenant: TenantID, subject: UInt8 = 7, at instant: Instant) -> EventRecord {
        EventRecord(
            tenant: tenant, subject: [UInt8](repeating: subject, count: 16), kind: "message", code: "RECEIVED",
            actorName: "Ann", occurredAt: instant, references: ["po-1", "", "", "", ""], payload: #"{"note":"hello"}"#)
    }
}
