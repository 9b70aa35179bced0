import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.serialized)
struct KillTests {
    @Test(
        .proves(
            "operations/kill-nothing-lost", "partner/answer-durable", "partner/idempotency-dead-process",
            "customer/claim-atomic", "pipeline/crash-resumes", "operations/commands-beside-server"),
        .timeLimit(.minutes(20)), arguments: TestDatabase.allCases
    )
    func `a killed server loses nothing, doubles nothing and leases nothing twice`(kind: TestDatabase) async throws {
        try await withEmptyLocation(on: kind) { location in
            try await withServerProcess(environment: settings(for: location)) { server in
                let seed = UInt64.random(in: 0...9_999)
                let run = try await ChaosRun(server)
                try await run.kill(times: 4, using: SeededGenerator(seed: seed))
                let faults = await run.ledger.faults
                #expect(faults.isEmpty, "seed \(seed): \(faults)")
                try await check(run, seed)
                try await server.stop()
                try await checkChain(location)
                #expect(try await server.program.json("doctor", "--deep")["ok"] == true, "seed \(seed)")
            }
        }
    }

    private func settings(for location: DatabaseLocation) -> [String: String] {
        let common = ["NUNTIQ_RATE_LIMIT": "off"]
        return switch location {
        case .folder(let folder): common.merging(["NUNTIQ_DATA": folder]) { $1 }
        case .postgres(let url): common.merging(["NUNTIQ_DATABASE_URL": url]) { $1 }
        }
    }

    /// What was acknowledged is there once and posted once, and nothing else is there.
    private func check(_ run: ChaosRun, _ seed: UInt64) async throws {
        let (accepted, posted) = await (run.ledger.accepted, run.ledger.posted)
        let invoices = try await run.invoices()
        #expect(accepted.count > 40, "seed \(seed): the load was no load")
        #expect(invoices.count == accepted.count, "seed \(seed)")
        #expect(Dictionary(invoices.map { ($0.number, $0.token) }) { first, _ in first } == accepted, "seed \(seed)")
        #expect(invoices.allSatisfy { $0.status == 100 }, "seed \(seed): \(invoices.filter { $0.status != 100 })")
        for (token, id) in posted { #expect(try await run.externalID(of: token) == id, "seed \(seed)") }
    }

    /// The audit chain survived as well.
    private func checkChain(_ location: DatabaseLocation) async throws {
        try await using(try await location.open(for: TestClock())) { database in
            try await sequenceEvents(database)
            let checked = try await database.read { tx in
                let tenant = try #require(try tx.query("SELECT id FROM tenant").first).tenant(0)
                return try ChainCheck.run(tx, tenant)
            }
            #expect(checked.faults.isEmpty)
            #expect(checked.events > 100)
            #expect(checked.waiting == 0)
        }
    }
}
