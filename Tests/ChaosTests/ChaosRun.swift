import NuntiqModel
import NuntiqTesting

/// A real server under load that is killed and started again.
struct ChaosRun {
    let server: ServerProcess
    let ledger = ChaosLedger()
    let supplierKey: String
    let connectorKeys: [String]

    /// Starts the server, with a tenant, a partner and two API users made by commands beside it.
    init(_ server: ServerProcess) async throws {
        self.server = server
        let nuntiq = server.program
        try await server.start()
        _ = try await nuntiq.json("tenant", "create", "acme", "--name", "Acme Corp")
        _ = try await nuntiq.json("partner", "create", "acme", "Globex")
        supplierKey = try await nuntiq.json("key", "issue", "acme", "Globex", "--label", "chaos").text("api_key")
        var keys: [String] = []
        for name in ["one", "two"] {
            let user = try await nuntiq.json(
                "api-user", "create", "acme", name, "--permissions", "INTEGRATE_INVOICES,READ_DOCS")
            keys.append(try user.text("api_key"))
        }
        connectorKeys = keys
    }

    /// Kills the server `times` times, each after a random number of answers, and lets the rest be finished.
    func kill(times: Int, using random: SeededGenerator) async throws {
        try await withThrowingTaskGroup { group in
            for index in 0..<4 {
                let supplier = ChaosSupplier(
                    name: "S\(index)", api: server.client(showing: supplierKey), ledger: ledger)
                group.addTask { try await supplier.run() }
                let key = connectorKeys[index % connectorKeys.count]
                let connector = ChaosConnector(name: "C\(index)", api: server.client(showing: key), ledger: ledger)
                group.addTask { try await connector.run() }
            }
            group.addTask { try await strike(times, random) }
            try await group.waitForAll()
        }
    }

    private func strike(_ times: Int, _ chance: SeededGenerator) async throws {
        var random = chance
        var strikes = 0
        var next = Int.random(in: 20...80, using: &random)
        for await count in ledger.progress where count >= next {
            try await server.kill()
            try await server.start()
            strikes += 1
            if strikes == times { break }
            next = count + Int.random(in: 20...80, using: &random)
        }
        await ledger.close()
    }

    /// Every invoice there is: number, token and status.
    func invoices() async throws -> [(number: String, token: String, status: Int64)] {
        let api = server.client(showing: connectorKeys.first)
        var found: [(number: String, token: String, status: Int64)] = []
        var cursor: String? = ""
        while let from = cursor {
            let page = try await api.get("/api/v1/invoices?limit=500&cursor=\(from)").json
            for item in page["items"]?.array ?? [] {
                let status = item["status"]?.number?.int ?? 0
                found.append((try item.text("invoice_number"), try item.text("invoice_token"), status))
            }
            cursor = page["next_cursor"]?.string
        }
        return found
    }

    /// The ERP's id that an invoice shows.
    func externalID(of token: String) async throws -> String? {
        let api = server.client(showing: connectorKeys.first)
        return try await api.get("/api/v1/invoices/\(token)").json["integration"]?["external_id_1"]?.string
    }
}

extension JSONValue {
    /// The text of a member that must be there.
    func text(_ name: String) throws -> String {
        guard let text = self[name]?.string else { throw ChaosError.unfinished }
        return text
    }
}
