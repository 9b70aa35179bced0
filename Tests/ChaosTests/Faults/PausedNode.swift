import Foundation
import NuntiqTesting

extension ChaosFault {
    /// A node stands still for longer than its leases of work last, and goes on as if nothing had been.
    ///
    /// On PostgreSQL another node goes on meanwhile, and the database cuts what the first left in the middle.
    static let pausedNode = ChaosFault(
        name: "node stopped for 17 s", soonDone: [.sqlite], strike: { house, _ in try await pause(house) })

    /// The same beside a second node.
    static let pausedOfTwo = ChaosFault(
        name: "one of two nodes stopped for 17 s", plan: HousePlan(nodes: 2), databases: [.postgres]
    ) { house, _ in
        await house.balancer.takeAway(0)
        try await pause(house)
        await house.balancer.giveBack(0)
    }

    private static func pause(_ house: ChaosHouse) async throws {
        await house.nodes[0].send(SIGSTOP)
        await Standstill.last(.seconds(17))  // a lease of work is 15
        await house.nodes[0].send(SIGCONT)
    }
}
