import NuntiqModel
import NuntiqStore
import NuntiqTesting

/// A running installation, what it stands on, and the record of what its callers were told.
struct ChaosHouse: Sendable {
    let plan: HousePlan
    let ground: Ground
    let nodes: [ServerProcess]
    let balancer: LoadBalancer
    let tenant: ChaosTenant
    let ledger = ChaosLedger(suppliers: ChaosLoad.suppliers)

    /// Runs `body` in a house that has just been built, its nodes started at once; nothing of it is left afterwards.
    static func with(
        _ plan: HousePlan, on kind: TestDatabase, _ body: (ChaosHouse) async throws -> Void
    ) async throws {
        try await Ground.with(plan, on: kind) { ground in
            let nodes = try (0..<plan.nodes).map { _ in
                try ServerProcess(
                    folder: ground.folder, environment: ground.settings, openFilesMax: plan.openFilesMax)
            }
            do {
                try await body(try await ChaosHouse(plan, ground, nodes))
            } catch {
                for node in nodes { try await node.kill() }
                throw error
            }
            for node in nodes { try await node.kill() }
        }
    }

    private init(_ plan: HousePlan, _ ground: Ground, _ nodes: [ServerProcess]) async throws {
        self.plan = plan
        self.ground = ground
        self.nodes = nodes
        balancer = LoadBalancer(nodes)
        try await withThrowingTaskGroup { group in
            for node in nodes { group.addTask { try await node.start() } }
            try await group.waitForAll()
        }
        tenant = try await ChaosTenant(nodes[0].program)
    }

    /// One who calls with a key, at whichever node is up.
    func caller(_ key: String) -> ChaosCaller {
        ChaosCaller(key: key, balancer: balancer, ledger: ledger)
    }

    /// A connector's caller: the API users take turns.
    func connectorCaller(_ index: Int) -> ChaosCaller {
        caller(tenant.connectorKeys[index % tenant.connectorKeys.count])
    }
}
