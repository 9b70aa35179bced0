import NuntiqTesting

extension ChaosFault {
    /// Of two nodes that started at once one is killed, the other goes on alone, and the first comes back.
    static let killedOfTwo = ChaosFault(
        name: "one of two nodes killed", plan: HousePlan(nodes: 2), databases: [.postgres], soonDone: [.postgres],
        times: (long: 10, short: 1), restartsNodes: true
    ) { house, index in
        let node = index % house.nodes.count
        await house.balancer.takeAway(node)
        try await house.nodes[node].kill()
        await house.ledger.answers(more: 20)
        try await house.nodes[node].start()
        await house.balancer.giveBack(node)
    }
}
