import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct ClockTests {
    @Test(arguments: TestDatabase.allCases)
    func `a transaction's time is the test's clock`(kind: TestDatabase) async throws {
        let clock = TestClock()
        try await withDatabase(on: kind, clock: clock) { database in
            clock.advance(by: .seconds(86_400))
            let (read, written) = (try await database.read { $0.now }, try await database.write { $0.now })
            #expect(read == clock.now)
            #expect(written == clock.now)
        }
    }

    @Test(
        .proves("operations/clock-offset", "model/one-clock", "model/clock-offset-flag"),
        arguments: TestDatabase.allCases)
    func `an offset stored by one node moves the others, absolute, and zero clears it`(
        kind: TestDatabase
    ) async throws {
        try await withDatabaseLocation(on: kind) { location in
            let offset = ClockOffset()
            let live = try await location.open(environment: .live(offset))
            try await using(live) { database in
                let other = ClockOffset()
                for days in [62, 31, 0] {
                    let before = try await database.read { $0.now } - offset.duration
                    try await offset.store(.seconds(86_400 * days), in: database)
                    try await other.load(from: database)
                    #expect(other.duration == .seconds(86_400 * days))
                    let moved = try await database.read { $0.now } - before - other.duration
                    #expect(moved >= .zero && moved < .seconds(30))
                }
            }
        }
    }

    @Test(.proves("model/clock-offset-flag"), arguments: TestDatabase.allCases)
    func `without a flag the stored offset stays`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            try await ClockOffset().store(.seconds(5), in: database)
            let restarted = ClockOffset()
            try await restarted.load(from: database)
            #expect(restarted.duration == .seconds(5))
        }
    }
}
