extension ChaosFault {
    /// A connector stands still until its lease has lapsed and another has the invoice; then it goes on.
    ///
    /// The shortest lease there is lasts a minute.
    static let pausedConnector = ChaosFault(
        name: "connector stopped beyond its lease", times: (long: 1, short: 1)
    ) { house, index in
        let connector = ChaosConnector(name: "Paused", caller: house.connectorCaller(0))
        var leases: [ChaosLease] = []
        var round = 0
        while leases.isEmpty, await house.ledger.books.faults.isEmpty {
            leases = try await connector.claim("Paused-\(index)-\(round)", limit: 1, for: 60)
            round += 1
        }
        guard let lease = leases.first else { return }
        var news = await house.ledger.news().makeAsyncIterator()
        while await !house.ledger.books.leases.isOver(lease), await house.ledger.books.faults.isEmpty {
            _ = await news.next()
        }
        try await connector.carryThrough(lease)
    }
}
