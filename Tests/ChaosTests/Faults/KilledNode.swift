import NuntiqTesting

extension ChaosFault {
    /// A node ends as by a power cut, and is started again.
    static let killedNode = ChaosFault(
        name: "node killed", soonDone: TestDatabase.allCases, times: (long: 30, short: 4),
        restartsNodes: true
    ) { house, _ in
        try await house.nodes[0].kill()
        try await house.nodes[0].start()
    }
}
