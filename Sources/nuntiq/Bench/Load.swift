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

    /// Runs `call` over and over on each of `connections` threads until the time is over; it answers what to count.
    static func run(
        connections: Int, for duration: Duration, against node: BenchNode,
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
                        try Tally.take(until: start + duration, clock, LoadConnection(port: node.port)) {
                            try call($0, place)
                        }
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
    }

    private static func milliseconds(_ times: [Duration], at part: Double) -> Double {
        times.isEmpty ? 0 : times[Int(Double(times.count - 1) * part)] / .milliseconds(1)
    }
}

/// What one connection did.
private struct Tally: Sendable {
    var count = 0
    var times: [Duration] = []

    static func take(
        until end: ContinuousClock.Instant, _ clock: () -> ContinuousClock.Instant, _ connection: LoadConnection,
        _ call: (LoadConnection) throws -> Int
    ) throws -> Tally {
        var tally = Tally()
        var before = clock()
        while before < end {
            let counted = try call(connection)
            let after = clock()
            tally.times.append(after - before)
            tally.count += counted
            guard counted > 0 else { break }
            before = after
        }
        return tally
    }
}
