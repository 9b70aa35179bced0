import NuntiqTesting

/// Hands each call to the next node that is up.
actor LoadBalancer {
    private let nodes: [ServerProcess]
    private var away: Set<Int> = []
    private var turn = 0

    init(_ nodes: [ServerProcess]) {
        self.nodes = nodes
    }

    /// The next in turn; a house of one node has it also while it is down: its callers wait.
    func next() -> ServerProcess {
        let up = nodes.indices.filter { !away.contains($0) }
        turn += 1
        return up.isEmpty ? nodes[turn % nodes.count] : nodes[up[turn % up.count]]
    }

    /// No further calls go to a node.
    func takeAway(_ node: Int) {
        away.insert(node)
    }

    /// The node answers again.
    func giveBack(_ node: Int) {
        away.remove(node)
    }
}
