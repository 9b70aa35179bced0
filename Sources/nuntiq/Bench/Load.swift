import Glibc
import NIOPosix
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// What many connections did in a time.
struct Load: Sendable {
    /// Calls, or whatever the callers counted, per second.
    let rate: Double
    /// Milliseconds within which half of the calls were answered.
    let median: Double
    /// Milliseconds within which 99 of 100 calls were answered.
    let percentile99: Double
    /// How many calls were told to come back.
    let refused: Int

    /// Runs `call` over and over on each of `connections` threads until the time is over; it answers what to count.
    ///
    /// A call that is refused ends the run, unless it is repeated: then after ``LoadError/retryAfter``.
    static func run(
        connections: Int, for duration: Duration, against node: BenchNode, repeatsRefused: Bool = false,
        _ call: @escaping @Sendable (_ connection: LoadConnection, _ place: Int) throws -> Int
    ) async throws -> Load {
        let threads = NIOThreadPool(numberOfThreads: connections)
        threads.start()
        let clock = node.app.environment.monotonic
        let start = clock()
        let tallies = try await withThrowingTaskGroup(of: Tally.self) { group in
            for place in 0..<connections {
                group.addTask {
                    try await threads.runIfActive {
                        var tally = Tally(repeatsRefused: repeatsRefused)
                        try tally.take(until: start + duration, clock, LoadConnection(port: node.port)) {
                            try call($0, place)
                        }
                        return tally
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let elapsed = clock() - start
        try await threads.shutdownGracefully()
        return Load(tallies, elapsed: elapsed)
    }

    private init(_ tallies: [Tally], elapsed: Duration) {
        let times = tallies.flatMap(\.times).sorted()
        rate = Double(tallies.reduce(0) { $0 + $1.count }) / (elapsed / .seconds(1))
        median = Self.milliseconds(times, at: 0.5)
        percentile99 = Self.milliseconds(times, at: 0.99)
        refused = tallies.reduce(0) { $0 + $1.refused }
    }

    private static func milliseconds(_ times: [Duration], at part: Double) -> Double {
        times.isEmpty ? 0 : times[Int(Double(times.count - 1) * part)] / .milliseconds(1)
    }
}

/// What one connection did.
private struct Tally: Sendable {
    let repeatsRefused: Bool
    private(set) var count = 0
    private(set) var times: [Duration] = []
    private(set) var refused = 0

    init(repeatsRefused: Bool) {
        self.repeatsRefused = repeatsRefused
    }

    mutating func take(
        until end: ContinuousClock.Instant, _ clock: () -> ContinuousClock.Instant, _ connection: LoadConnection,
        _ call: (LoadConnection) throws -> Int
    ) throws {
        var before = clock()
        while before < end {
            if let counted = try answered(connection, call) {
                times.append(clock() - before)
                count += counted
                guard counted > 0 else { return }
            }
            before = clock()
        }
    }

    /// What to count; `nil` when the call was refused and its time to come back has come.
    private mutating func answered(
        _ connection: LoadConnection, _ call: (LoadConnection) throws -> Int
    ) throws -> Int? {
        do {
            return try call(connection)
        } catch let error as LoadError where error.isRefusal && repeatsRefused {
            refused += 1
            poll(nil, 0, LoadError.retryAfter)
            try connection.renew()
            return nil
        }
    }
}
