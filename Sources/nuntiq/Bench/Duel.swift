/// Rounds in which a peer and ours take turns, so that what else runs on this machine meets both.
struct Duel: Sendable {
    private static let rounds = 3

    let ours: [Load]
    let peers: [Load]

    /// Runs the rounds; each side is told which it is.
    init(ours: (Int) async throws -> Load, peer: (Int) async throws -> Load) async throws {
        var (own, others): ([Load], [Load]) = ([], [])
        for round in 1...Self.rounds {
            others.append(try await peer(round))
            own.append(try await ours(round))
        }
        (self.ours, peers) = (own, others)
    }

    /// The rate and its 99th percentile, medians of the rounds.
    func results(_ what: String, ratio: BenchBar?, percentile: BenchBar? = nil) -> [BenchResult] {
        [
            BenchResult(
                what: what, ours: Self.median(ours.map(\.rate)), peer: Self.median(peers.map(\.rate)),
                unit: "requests/s", bar: ratio),
            BenchResult(
                what: "its 99th percentile", ours: Self.median(ours.map(\.percentile99)),
                peer: Self.median(peers.map(\.percentile99)), unit: "ms", bar: percentile),
        ]
    }

    private static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }
}
