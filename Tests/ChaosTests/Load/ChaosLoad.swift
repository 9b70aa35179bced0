import NuntiqTesting

/// Suppliers, connectors and a poller, at work until everything that they began is finished.
struct ChaosLoad: Sendable {
    static let suppliers = TestLength.isLong ? 4 : 1
    static let connectors = TestLength.isLong ? 4 : 2

    let house: ChaosHouse

    /// Works while `body` runs, then lets everything that was accepted be posted and seen.
    func run(while body: @escaping @Sendable () async throws -> Void) async throws {
        let house = house
        try await withThrowingTaskGroup { group in
            for index in 0..<Self.suppliers {
                let supplier = ChaosSupplier(
                    name: "S\(index)", caller: house.caller(house.tenant.supplierKey),
                    attaches: house.plan.hasAttachments)
                group.addTask { try await supplier.run() }
            }
            for index in 0..<Self.connectors {
                let connector = ChaosConnector(name: "C\(index)", caller: house.connectorCaller(index))
                group.addTask { try await connector.run() }
            }
            let poller = ChaosPoller(caller: house.connectorCaller(1))
            group.addTask { try await poller.run() }
            group.addTask {
                try await body()
                await house.ledger.close()
            }
            try await group.waitForAll()
        }
    }
}
